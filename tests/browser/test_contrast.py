"""What can be told apart by those who need contrast: boxes that are empty, colours of their own."""

import pytest
from playwright.sync_api import expect

_RINGS = """() => [...document.querySelectorAll(".stMain label:has(input)")].map((label) => {
  const luminance = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => part / 255);
    const line = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * line(r) + 0.7152 * line(g) + 0.0722 * line(b);
  };
  const shown = [...label.querySelectorAll("div")].map((node) => getComputedStyle(node));
  const ring = shown.find((style) => style.borderTopWidth !== "0px")?.borderTopColor;
  if (!ring) return 0;
  const page = getComputedStyle(document.querySelector("[data-testid=stApp]")).backgroundColor;
  const [light, dark] = [luminance(ring), luminance(page)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
})"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_can_be_chosen_before_the_start_stands_out_from_the_page(visitor, scheme):
    visitor.page.emulate_media(color_scheme=scheme)
    visitor.open("/take?quiz=every-kind")
    expect(visitor.button("Start")).to_be_visible()
    stand_out = "(rings) => rings.length === 6 && rings.every((contrast) => contrast >= 3)"
    visitor.page.wait_for_function(f"() => ({stand_out})(({_RINGS})())")


def test_charts_and_the_timeline_are_drawn_also_in_the_colours_of_the_system(new_visitor, server):
    visitor = new_visitor(server, forced_colors="active")
    visitor.open("/read?story=harbour-clock")
    visitor.page.locator("#when-what, .timeline").first.wait_for()
    drawn = """() => [".scale .dot", ".dot.event", ".dot.published", ".dot.said"].map(
      (name) => getComputedStyle(document.querySelector(name)).backgroundColor)"""
    canvas = "getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
    dot, event, published, said = visitor.page.evaluate(drawn)
    paper = visitor.page.evaluate(canvas)
    assert paper not in (dot, event, published)
    assert said not in (event, published), "what was said is drawn as what happened"


def test_a_link_that_the_keyboard_is_at_has_a_line_around_it(visitor):
    visitor.open()
    articles = visitor.page.get_by_role("link", name="Read the articles").first
    expect(articles).to_be_visible()
    visitor.page.keyboard.press("Tab")
    for link in (visitor.page.get_by_role("link", name="Quizzes"), articles):
        link.focus()
        expect(link).to_have_css("outline-style", "solid")
        expect(link).to_have_css("outline-color", "rgb(15, 94, 107)")
