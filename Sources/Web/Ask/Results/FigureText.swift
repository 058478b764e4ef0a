import Disclosure

/// Figures as people read them: "±", "≥" and "≤" say how far they go.
struct FigureText {
    let say: Speech

    func mean(_ shown: Shown?) -> String { shown.map { sign($0.bound, about: "") + decimals($0) } ?? "–" }

    func count(_ shown: Shown?) -> String { shown.map { sign($0.bound, about: "± ") + whole($0) } ?? "" }

    func percent(_ shown: Shown?) -> String { shown.map { sign($0.bound, about: "") + whole($0) } ?? "–" }

    /// With its sign behind it; a dash where none is told.
    func share(_ shown: Shown?) -> String { shown == nil ? "–" : percent(shown) + "%" }

    /// As few decimals as it needs: 72,5 or 12.
    func number(_ shown: Shown) -> String {
        sign(shown.bound, about: "") + (shown.thousandths % 1000 == 0 ? whole(shown) : decimals(shown))
    }

    /// With its sign, the minus as people write it: +12, −5.
    func signed(_ shown: Shown) -> String {
        let figure = Int(shown.value.rounded())
        return sign(shown.bound, about: "") + (figure > 0 ? "+" : figure < 0 ? "−" : "") + "\(abs(figure))"
    }

    /// Always two decimals: 0.70.
    func hundredths(_ shown: Shown?) -> String {
        guard let shown else { return "–" }
        let hundredths = shown.hundredths
        return sign(shown.bound, about: "") + say.decimal(Self.units(hundredths) + "." + Self.two(hundredths))
    }

    private func sign(_ bound: Shown.Bound, about: String) -> String {
        switch bound {
        case .exact: ""
        case .about: about
        case .atLeast: "≥ "
        case .atMost: "≤ "
        }
    }

    private func whole(_ shown: Shown) -> String { "\(Int(shown.value.rounded()))" }

    /// One decimal, two where the grid needs them: 3.4, 2.25.
    private func decimals(_ shown: Shown) -> String {
        let hundredths = shown.hundredths
        let digits = hundredths % 10 == 0 ? "\(abs(hundredths) % 100 / 10)" : Self.two(hundredths)
        return say.decimal(Self.units(hundredths) + "." + digits)
    }

    private static func units(_ hundredths: Int) -> String {
        (hundredths < 0 ? "-" : "") + "\(abs(hundredths) / 100)"
    }

    private static func two(_ hundredths: Int) -> String {
        (abs(hundredths) % 100 < 10 ? "0" : "") + "\(abs(hundredths) % 100)"
    }
}
