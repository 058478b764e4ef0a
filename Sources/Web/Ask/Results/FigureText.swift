import Disclosure

/// Figures as people read them: "±", "≥" and "≤" say how far they go.
struct FigureText {
    let say: Speech

    func mean(_ shown: Shown?) -> String { shown.map { sign($0.bound, about: "") + decimals($0) } ?? "–" }

    func count(_ shown: Shown?) -> String { shown.map { sign($0.bound, about: "± ") + whole($0) } ?? "" }

    func percent(_ shown: Shown?) -> String { shown.map { sign($0.bound, about: "") + whole($0) } ?? "–" }

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
        let (units, rest) = shown.thousandths.quotientAndRemainder(dividingBy: 1_000)
        let hundredths = abs(rest) / 10
        let digits = hundredths % 10 == 0 ? "\(hundredths / 10)" : (hundredths < 10 ? "0" : "") + "\(hundredths)"
        return say.decimal("\(units).\(digits)")
    }
}
