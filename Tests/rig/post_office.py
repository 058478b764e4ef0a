"""A mail server of one's own: it takes, refuses, is slow or goes away, as a test says."""

import asyncio
import datetime
import ipaddress
import ssl
import time
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

USER, PASSWORD = "weefsel", "één geheim"


class PostOffice:
    """Receives mail on a port of 127.0.0.1. `security` is plain, starttls or tls; with `login` nobody sends without it."""

    def __init__(
        self, port: int, security: str = "plain", folder: Path | None = None, login: bool = False,
        host: str = "localhost", slow: float = 0,
    ):
        self.port, self.security, self.login, self.slow = port, security, login, slow
        # What is answered to an address, instead of taking the message: such as "451 later".
        self.answers: dict[str, str] = {}
        # Closes the line at the first so many texts, as it has them whole but said nothing yet.
        self.breaks = 0
        self._raw: list[bytes] = []
        self._read: list[EmailMessage] = []
        self.secured: list[bool] = []
        self.certificate = None if security == "plain" else certificate(folder, host)
        self._controller: Controller | None = None

    def start(self) -> "PostOffice":
        options = {}
        if self.security == "starttls":
            options = {"tls_context": self._context(), "require_starttls": True}
        if self.login:
            options |= {
                "authenticator": self._authenticate, "auth_required": True,
                "auth_require_tls": self.security == "starttls",
            }
        self._controller = Controller(
            self, hostname="127.0.0.1", port=self.port, ready_timeout=30,
            ssl_context=self._context() if self.security == "tls" else None, **options)
        self._controller.start()
        return self

    def stop(self) -> None:
        if self._controller:
            self._controller.stop(no_assert=True)
        self._controller = None

    @property
    def count(self) -> int:
        return len(self._raw)

    @property
    def received(self) -> list[EmailMessage]:
        """Read when somebody asks: that takes longer than receiving, and would be measured along."""
        for content in self._raw[len(self._read):]:
            self._read.append(message_from_bytes(content, policy=policy.default))
        return self._read

    def wait_for(self, number: int, seconds: float = 60) -> list[EmailMessage]:
        """The messages, once there are so many."""
        self.wait_until(lambda: self.count >= number, seconds)
        return self.received

    def wait_until(self, is_so, seconds: float = 60) -> None:
        limit = time.monotonic() + seconds
        while not is_so():
            assert time.monotonic() < limit, f"{self.count} messages came"
            time.sleep(0.02)

    # What aiosmtpd asks

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session, envelope):
        if self.slow:
            await asyncio.sleep(self.slow)
        content = envelope.original_content or envelope.content
        self.secured.append(session.ssl is not None)
        self._raw.append(content)
        if self.breaks:
            self.breaks -= 1
            server.transport.abort()
        return "250 taken"

    # Private

    def _authenticate(self, server, session, envelope, mechanism, data):
        found = (data.login.decode(), data.password.decode())
        return AuthResult(success=found == (USER, PASSWORD), handled=False)

    def _context(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate, self.certificate.with_suffix(".key"))
        return context


def certificate(folder: Path, host: str = "localhost") -> Path:
    """One that signs itself, for a name and for 127.0.0.1 where it is localhost."""
    folder.mkdir(parents=True, exist_ok=True)
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    names: list[x509.GeneralName] = [x509.DNSName(host)]
    if host == "localhost":
        names.append(x509.IPAddress(ipaddress.ip_address("127.0.0.1")))
    now = datetime.datetime.now(datetime.timezone.utc)
    made = (
        x509.CertificateBuilder()
        .subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "mail.pem"
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    file.with_suffix(".key").write_bytes(key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    return file
