import Core
import Methods

/// The answers of two years before, as another program wrote them down: of made-up people, the same each time.
struct DemoFile {
    /// Of this question that program knew nothing: its theme cannot be compared.
    private static let notAsked = "learning-time"
    private static let teams = [
        ("Lindehof", 22), ("Lindeveld", 27), ("Lindezicht", 24), ("Nachtdienst", 13), ("Keuken", 15),
        ("Schoonmaak", 16), ("Kantoor", 4),
    ]

    static let name = "results-survey381146.csv"
    /// The place of the column with teams.
    static let units = 2

    let text: String

    init(_ instrument: Instrument, year: Int) {
        let items = instrument.items.filter { $0.id != Self.notAsked }
        var crowd = DemoCrowd(instrument, seed: UInt64(year), drift: "\(year)")
        var lines = [Self.head(items)]
        for (team, count) in Self.teams {
            for _ in 0..<count {
                let said = Dictionary(crowd.answers(of: team)) { first, _ in first }
                let number = 3 * lines.count + 4
                lines.append(
                    ["\(number)", "\(year)-11-20 00:00:00", team, ""] + items.map { cell($0, said, instrument) })
            }
        }
        text = "\u{FEFF}" + lines.map { $0.map(Self.quoted).joined(separator: ";") + "\n" }.joined()

        func cell(_ item: Item, _ said: [String: Int], _ instrument: Instrument) -> String {
            guard let value = said[item.id] else { return "" }
            // Some columns of such a file hold codes and some labels.
            guard item.id.hasPrefix("leader"), let scale = instrument.scale(of: item) else { return "\(value)" }
            return scale.values.first { $0.value == value }?.label[.dutch] ?? ""
        }
    }

    /// As that program puts what goes before a list of statements around each.
    private static func head(_ items: [Item]) -> [String] {
        ["Respons-id", "Datum verzonden", "Op welke afdeling werk je?", "Wil je iets toelichten?"]
            + items.map {
                "Hieronder staan stellingen. Geef aan in hoeverre je het ermee eens bent. [\($0.wording[.dutch])]"
            }
    }

    private static func quoted(_ cell: String) -> String { "\"" + cell.replacing("\"", with: "\"\"") + "\"" }
}
