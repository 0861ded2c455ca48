"""Live classes over the network.

routes.py     the addresses; who may ask for what
sockets.py    one connection: what comes in, what goes out
hub.py        the rooms of this server; hears of what other servers store
room.py       one lesson: its connections, and what each of them gets
writer.py     stores what is waiting in one commit
pages.py      the seat's and the projector's page
bundle.py     several modules of the browser's code as one file
address.py    where phones find the server
guessing.py   how often somebody may try codes
clock.py      the time, which does not jump
"""
