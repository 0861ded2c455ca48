"""Where a browser may be sent."""

import pytest

from reportedly.live.same_site import inside


@pytest.mark.parametrize("address", ["/", "/take?quiz=lantern-walk#top", "/desk", "/a//b", "/%5C"])
def test_a_page_of_this_app_is_inside(address):
    assert inside(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "desk",
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/a\\..\\b",
        "/\t/evil.example",
        "/ /evil.example",
        "/x\r\nset-cookie: a=b",
        "/x\n",
        "javascript:alert(1)",
        "/" + "x" * 500,
    ],
)
def test_nothing_else_is(address):
    assert inside(address) == ""
