"""Mail goes to a real mail server, secured as the settings say, and what goes wrong is told."""

import time

import pytest

from rig.mail import FROM, administrator, let_wait, settings, signed_in, tomorrow, tried, waiting
from rig.ports import free_port
from rig.post_office import PostOffice

OWN = "ada@linde.example"
PATIENCE = 60


@pytest.fixture
def make_office(tmp_path):
    made = []

    def make(security: str = "plain", **options) -> PostOffice:
        made.append(PostOffice(free_port(), security, tmp_path / f"office-{len(made)}", **options).start())
        return made[-1]

    yield make
    for office in made:
        office.stop()


def ask_trial(visitor) -> None:
    visitor.submit("/admin/mail", "/admin/mail/trial", {"address": OWN})


def wait_for(visitor, text: str) -> str:
    """The page about mail, once it says this."""
    limit = time.monotonic() + PATIENCE
    while text not in (page := visitor.get("/admin/mail")[1]):
        assert time.monotonic() < limit, page
        time.sleep(0.05)
    return page


@pytest.mark.parametrize("security, login", [("plain", False), ("starttls", True), ("tls", False)])
def test_a_trial_arrives_as_the_settings_say(make_server, make_office, tmp_path, security, login):
    office, server = make_office(security, login=login), make_server()
    account = administrator(server)
    server.start(**settings(office, tmp_path))
    ask_trial(signed_in(server, account))
    message = office.wait_for(1)[0]
    assert office.secured == [security != "plain"] or security == "tls"
    assert message["to"].addresses[0].addr_spec == OWN
    sender = message["from"].addresses[0]
    assert (sender.display_name, sender.addr_spec) == ("De Linde", FROM)
    assert message["message-id"] and message["date"].datetime and not message.defects
    assert "De Linde" in message.get_body(("plain",)).get_content()
    assert "De Linde" in message.get_body(("html",)).get_content()
    assert message["list-unsubscribe"] is None
    assert server.stop() == 0
    assert waiting(server) == 0
    assert OWN not in server.said() and "linde.example" not in server.said()


def test_a_certificate_that_nobody_trusts_stops_all_and_loses_nothing(make_server, make_office, tmp_path):
    office, server = make_office("starttls", login=True), make_server()
    account = administrator(server)
    server.start(**settings(office, tmp_path, trusts=False))
    visitor = signed_in(server, account)
    ask_trial(visitor)
    wait_for(visitor, "CERTIFICATE_VERIFY_FAILED")
    assert office.received == []
    server.stop()
    server.start(**settings(office, tmp_path))
    office.wait_for(1)


@pytest.mark.parametrize("security, password, told", [
    ("starttls", "verkeerd", "535"),
    ("plain", None, "no STARTTLS"),
])
def test_a_server_that_does_not_fit_the_settings_is_told(make_server, make_office, tmp_path, security, password, told):
    office, server = make_office(security, login=password is not None), make_server()
    account = administrator(server)
    environment = settings(office, tmp_path, password=password or "")
    environment["WEEFSEL_MAIL"] = environment["WEEFSEL_MAIL"].replace("smtp+plain", "smtp")
    server.start(**environment)
    visitor = signed_in(server, account)
    ask_trial(visitor)
    wait_for(visitor, told)
    assert office.received == [] and waiting(server) == 1
    doctor = server.attempt("doctor")
    ailments = doctor.out + doctor.err
    assert told in ailments


def test_what_is_refused_for_good_is_told_and_can_be_tried_again(make_server, make_office, tmp_path):
    office, server = make_office(), make_server()
    office.answers[OWN] = "550 5.1.1 Nobody of that name"
    account = administrator(server)
    server.start(**settings(office, tmp_path))
    visitor = signed_in(server, account)
    ask_trial(visitor)
    page = wait_for(visitor, "550 5.1.1 Nobody of that name")
    assert OWN in page and waiting(server) == 0
    del office.answers[OWN]
    path = next(part for part in page.split('"') if part.endswith("/repeat"))
    visitor.submit("/admin/mail", path, {})
    office.wait_for(1)


def test_a_server_that_turns_strangers_away_first_is_tried_again(make_server, make_office, tmp_path):
    office, server = make_office(), make_server()
    office.answers[OWN] = "451 4.7.1 Greylisted"
    account = administrator(server)
    server.start(**settings(office, tmp_path))
    visitor = signed_in(server, account)
    ask_trial(visitor)
    office.wait_until(lambda: tried(server) == 1)
    assert waiting(server) == 1
    server.stop()
    del office.answers[OWN]
    server.now = tomorrow()
    server.start(**settings(office, tmp_path))
    office.wait_for(1)


def test_a_line_that_breaks_half_way_repeats_one_message_under_its_own_name(make_server, make_office, tmp_path):
    office, server = make_office(), make_server()
    office.breaks = 1
    administrator(server)
    addresses = let_wait(server, 9)
    server.start(**settings(office, tmp_path))
    # The first try of the one that was not answered waits a minute.
    office.wait_for(9)
    server.stop()
    server.now = tomorrow()
    server.start(**settings(office, tmp_path))
    received = office.wait_for(10)
    names = [message["message-id"] for message in received]
    assert {message["to"].addresses[0].addr_spec for message in received} == set(addresses)
    assert len(set(names)) == 9 and len(names) == 10


@pytest.mark.parametrize("changed, name", [
    ({"WEEFSEL_MAIL": "http://a.nl"}, "WEEFSEL_MAIL"),
    ({"WEEFSEL_MAIL": "smtps://a:b@mail.linde.example"}, "WEEFSEL_MAIL"),
    ({"WEEFSEL_MAIL": "smtps://a@mail.linde.example"}, "WEEFSEL_MAIL_PASSWORD_FILE"),
    ({"WEEFSEL_MAIL_PASSWORD_FILE": "/nergens"}, "WEEFSEL_MAIL"),
    ({"WEEFSEL_MAIL": "smtps://a@b.nl", "WEEFSEL_MAIL_PASSWORD_FILE": "/nergens"}, "WEEFSEL_MAIL_PASSWORD_FILE"),
    ({"WEEFSEL_MAIL_CERTIFICATES": "/nergens"}, "WEEFSEL_MAIL_CERTIFICATES"),
    ({"WEEFSEL_MAIL": "smtp+plain://mail.linde.example"}, "smtp+plain"),
    ({"WEEFSEL_MAIL_FROM": "De Linde"}, "WEEFSEL_MAIL_FROM"),
    ({"WEEFSEL_MAIL_FROM": ""}, "WEEFSEL_MAIL_FROM"),
    ({"WEEFSEL_MAIL": ""}, "WEEFSEL_MAIL"),
])
def test_each_mistake_in_the_settings_is_told_at_start(make_server, changed, name):
    whole = {"WEEFSEL_MAIL": "smtps://mail.linde.example", "WEEFSEL_MAIL_FROM": FROM}
    lines = make_server().cli("serve", "--check", code=2, **(whole | changed)).err.splitlines()
    assert len(lines) == 1 and name in lines[0]


def test_the_password_is_never_printed(make_server, tmp_path):
    file = tmp_path / "password"
    file.write_text("heelgeheim\n")
    told = make_server().cli(
        "serve", "--check", WEEFSEL_MAIL="smtps://naam@mail.linde.example", WEEFSEL_MAIL_FROM=FROM,
        WEEFSEL_MAIL_PASSWORD_FILE=str(file))
    assert "smtps://naam@mail.linde.example:465" in told.out and "heelgeheim" not in told.out + told.err
