"""Reportedly: a quiz app for reading the news. This is the map; there is no code here.

The way of the data, each arrow one function and each noun one frozen type:

    content/<story>/*.md, claims.yaml   -files->      Article, Ledger: Story
    Story                               generate      Draft: a question to be read by a person
    quizzes/*.yaml                      -files->      Bank
    Bank + Story                        Edition.of    what an attempt keeps, whatever happens next
    Edition                             draw (seed)   which questions, in which order
    Question                            layout, body  what a card shows, without the key
    what a card sends                   read          Response, in the author's terms
    Response                            mark          Mark: an exact share, reasons for each part
    Answer                              explain       Explanation, with the paragraph that decides
    Attempt                             score         Score: points, skills, slips, calibration

Nothing between reads the clock or chance: `now` and `seed` come in.

    story/      an event, its articles and its ledger                                   pure
    quiz/       banks, kinds/ (one file a kind), drawing, marking, explaining, scoring;
                publishing/ (signatures), correcting/ (a wrong key), privacy/,
                paper/ (a quiz to print)                                                pure
    authoring/  articles -> draft ledger -> draft questions, and what is weak in a question    pure
    reports/    pandas over rows of answers (frame.py): what questions are worth            pure;
                progress/ what one learner's answers show
    classroom/  a live lesson: its moves, seats, tallies, and what each screen may show     pure
    study/      before and after: parallel forms, who gets which first, what changed       pure
    files/      YAML and Markdown <-> types; every fault with file:line:column
    store/      attempts, answers, corrections, lessons, instructors, versions, studies/: SQLite,
                PostgreSQL
    credentials passphrases and cookies of instructors
    settings    what can be set from outside;  identity  the learner's cookie and its hash
    delivery    what a card sent becomes what it shows next, for pages and routes alike
    resources   what all visitors share: the shelf, the store, the words for skills
    ui/         screens/, parts/, banks/ (all of them), form/ (one question), classes/ (to begin and
                lead one), reporting/ (what it showed), study/ (before and after); the only
                importer of streamlit
    live/       routes beside Streamlit's: answers, signing in, printing/ (pages to print), and
                lessons/, the live classes; the only importer of starlette
    web/        the browser's own code: attempt.js plays an attempt, card.js draws, kinds/*.js,
                editor.js edits a bank's text; class/ has seat, projector and the host's controls
    commands/   the longer commands of __main__, the command line

Each layer imports only from those below: ui | live | __main__ over commands over resources over
delivery over files | store | settings | identity over credentials over study over authoring |
reports | classroom over quiz over story. tests/test_architecture.py holds that.

A class: a host's Move makes the next Lesson (`advance`), which the store keeps; seats, projector
and host get views of it, pushed by a hub that holds nothing it could not read again from the rows.

A card's answers go to a route, not through a run of the page: a run costs Streamlit 2.2 times a
bare click, the route 1.3 times, and an answer outlives the page's session and a restart.
"""
