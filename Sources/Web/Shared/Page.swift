import Core

/// A page ready to render: its template, and finished texts and numbers for it.
struct Page {
    let template: String
    let room: Room
    var values: [String: Any]
    /// Where the page stands, if not where its form was sent to: the link to the other language leads there.
    var address: String?

    init(_ template: String, room: Room = .entrance, _ values: [String: Any]) {
        self.template = template
        self.room = room
        self.values = values
    }

    func standing(at address: String) -> Page {
        var page = self
        page.address = address
        return page
    }
}

/// Where a page belongs: it gives the page its yarn, and its place in the bar.
enum Room: String {
    case today, ask, together, `do`, space, course, library, admin, share, entrance, answer

    /// The rooms that exist now, in the order of the bar, with what one needs to enter.
    static let inBar: [(room: Room, path: String, needs: Set<Right>)] = [
        (.today, Paths.today, [.beHere]),
        (.ask, Paths.waves, [.readTotals, .changeWaves, .readManifest]),
        (
            .admin, Paths.admin,
            [.changeSettings, .changeUnits, .changePeople, .readLog, .readDecisions, .readPrivacyRegisters]
        ),
    ]

    var style: String { "room-\(rawValue)" }
}
