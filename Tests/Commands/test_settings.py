"""A port or an address that cannot be one is told at start, in one line."""

import subprocess
import time

import pytest


@pytest.fixture
def weefsel(make_server):
    return make_server()


@pytest.mark.parametrize("name, value", [
    ("WEEFSEL_PORT", "abc"), ("WEEFSEL_PORT", "0"), ("WEEFSEL_PORT", "99999"), ("WEEFSEL_PORT", "8080x"),
    ("WEEFSEL_BASE_URL", "weefsel.example.nl"), ("WEEFSEL_BASE_URL", "https://"), ("WEEFSEL_BASE_URL", "ftp://a.nl"),
    ("WEEFSEL_BASE_URL", "https://a.nl/?x=1"),
])
def test_a_wrong_setting_is_named_in_one_line(weefsel, name, value):
    told = weefsel.cli("serve", "--check", code=2, **{name: value})

    lines = told.err.splitlines()
    assert len(lines) == 1
    assert name in lines[0]
    assert value in lines[0]


@pytest.mark.parametrize("port", ["99999", "0", "70000"])
def test_a_wrong_port_after_the_command_is_named_too(weefsel, port):
    for command in (("serve", "--check"), ("demo",)):
        lines = weefsel.cli(*command, "--port", port, code=2).err.splitlines()
        assert len(lines) == 1
        assert port in lines[0]


def test_codes_are_not_listed_with_an_address_that_nobody_can_open(weefsel):
    weefsel.cli("wave", "codes", "0" * 32, code=2, WEEFSEL_BASE_URL="weefsel.example.nl")


@pytest.mark.parametrize("base", ["https://weefsel.example.nl", "http://192.168.1.5:8080/", "https://a.nl/weefsel"])
def test_an_address_that_can_be_one_holds(weefsel, base):
    assert f"base: {base.rstrip('/')}\n" in weefsel.cli("serve", "--check", WEEFSEL_BASE_URL=base).out


def test_the_terminal_speaks_dutch_where_it_is_dutch(weefsel):
    weefsel.launch(LC_ALL="nl_NL.UTF-8")
    limit = time.monotonic() + 30
    while "Klaar op " not in weefsel.said():
        assert time.monotonic() < limit, weefsel.said()
        time.sleep(0.01)

    assert "Zo is deze opdracht niet te lezen" in weefsel.cli("dans", code=2, LC_ALL="nl_NL.UTF-8").err


@pytest.mark.parametrize("language, words", [
    ("nl_NL.UTF-8", ["gegevensmap", "luistert op", "adres voor anderen", "map met pagina's en woorden",
                     "vertrouwde webservers", "mail", "browser voor pdf's"]),
    ("C.UTF-8", ["data", "address", "base", "resources", "trusted proxies", "mail", "browser for PDFs"]),
])
def test_the_settings_are_told_in_the_language_of_the_terminal(weefsel, language, words):
    lines = weefsel.cli("serve", "--check", LC_ALL=language).lines

    assert [line.split(":")[0] for line in lines] == words
    assert lines[0].endswith(f": {weefsel.folder}")


def test_a_command_without_a_folder_says_how_to_name_one(weefsel):
    for language, word in (("nl_NL.UTF-8", "gegevensmap"), ("C.UTF-8", "data folder")):
        told = subprocess.run(
            [str(weefsel.program), "user", "list"], env=weefsel.full_environment({"LC_ALL": language}),
            capture_output=True, text=True, timeout=30)
        assert told.returncode == 2
        assert word in told.stderr


@pytest.mark.parametrize("wrong", ["chromium", "/nowhere/chromium", "/etc/passwd"])
def test_a_browser_that_is_none_is_named(weefsel, wrong):
    told = weefsel.cli("serve", "--check", code=2, WEEFSEL_CHROMIUM=wrong)

    assert len(told.err.splitlines()) == 1
    assert wrong in told.err


def test_a_browser_can_be_left_out(weefsel):
    assert "browser for PDFs: none\n" in weefsel.cli("serve", "--check", WEEFSEL_CHROMIUM="none").out
