import Core
import Testing

@testable import Store

/// The codes of an app, against the tables of the standards.
@Suite struct TimeCodeTests {
    private let secret = Array("12345678901234567890".utf8)

    /// RFC 6238, appendix B, of which the last six of eight digits.
    @Test(arguments: [
        (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
        (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ])
    func `the codes are those of the standard`(seconds: Int, code: String) {
        #expect(TimeCode(secret: secret).code(of: TimeCode.step(at: Moment(seconds: seconds))) == code)
    }

    /// RFC 4226, appendix D.
    @Test func `the first ten are those of the standard`() {
        let expected = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
        ]
        #expect((0..<10).map(TimeCode(secret: secret).code) == expected)
    }

    @Test func `a code holds one step early and late, and once`() {
        let (code, now) = (TimeCode(secret: secret), Moment(seconds: 1_234_567_890))
        let step = TimeCode.step(at: now)
        #expect(code.step(of: "005 924", at: now, after: 0) == step)
        for seconds in [-30, 30] { #expect(code.step(of: "005924", at: now + seconds, after: 0) == step) }
        for seconds in [-60, 60] { #expect(code.step(of: "005924", at: now + seconds, after: 0) == nil) }
        #expect(code.step(of: "005924", at: now, after: step) == nil)
        for wrong in ["", "5924", "005925", "0059240"] { #expect(code.step(of: wrong, at: now, after: 0) == nil) }
    }

    @Test func `an app reads the secret from letters and from a picture`() {
        #expect(TimeCode.text(of: secret) == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
        let address = TimeCode.address(of: secret, for: "Hanna & Co", at: "De Linde")
        #expect(
            address
                == "otpauth://totp/De%20Linde:Hanna%20%26%20Co?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=De%20Linde"
        )
        #expect(TimeCode.freshSecret().count == 20 && TimeCode.freshSecret() != TimeCode.freshSecret())
    }
}
