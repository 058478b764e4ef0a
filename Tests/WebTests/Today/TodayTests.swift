import Core
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Support
import Surveys
import Testing

@testable import Web

@Suite struct TodayTests {
    private static let today = Day(2026, 10, 5)

    private func wave(_ state: Wave.State, closes: Day = today + 10, results: Day = today + 24) -> Wave {
        Wave(
            id: .random(), organisation: .random(), slug: "abcde", title: "Meting", pack: "pulse", threshold: 8,
            sharing: .totals, opensOn: nil, closesOn: closes, resultsOn: results, keepDays: 30, state: state)
    }

    private func errands(
        for role: Role, _ waves: [Wave] = [], hasUnits: Bool = true, roles: Set<Role> = [.hr, .council],
        council: Organisation.CouncilKind = .worksCouncil, officer: String = "Fatima",
        hasHelp: Bool = true, backedUpOn: Day? = nil, still: Set<Wave.ID> = [], unpermitted: Set<Wave.ID> = []
    ) -> [Errand.Kind] {
        let channel = Organisation.HelpChannel(name: ["nl": "Vertrouwenspersoon"], text: ["nl": "Bel Noor"])
        let home = Organisation(
            id: .random(), slug: "linde", name: "De Linde", council: council, officer: officer,
            helpChannels: hasHelp ? [channel] : [])
        let situation = Situation(
            today: Self.today, organisation: home, hasUnits: hasUnits, waves: waves, roles: roles,
            backedUpOn: backedUpOn, still: still, unpermitted: unpermitted)
        return situation.errands(for: role).map(\.kind)
    }

    @Test func `hr is led from teams to a wave, to opening it, to sharing what came out`() {
        #expect(errands(for: .hr, hasUnits: false) == [.addUnits])
        #expect(errands(for: .hr) == [.makeWave])
        #expect(errands(for: .hr, [wave(.draft)]) == [.openWave])
        #expect(errands(for: .hr, [wave(.draft, closes: Self.today - 1)]) == [.openWaveLate])
        #expect(errands(for: .hr, [wave(.draft, closes: Self.today)]) == [.openWave])
        #expect(errands(for: .hr, [wave(.open)]) == [.waveIsOpen])
        #expect(errands(for: .hr, [wave(.closed, results: Self.today + 8)]) == [.publishLater])
        #expect(errands(for: .hr, [wave(.closed, results: Self.today + 7)]) == [.publishNow])
        #expect(errands(for: .hr, [wave(.closed, results: Self.today - 1)]) == [.publishLate])
        #expect(errands(for: .hr, [wave(.published)]) == [])
    }

    @Test func `a draft whose questions may not be asked is not told to be opened, and first its day is mended`() {
        let (draft, late) = (wave(.draft), wave(.draft, closes: Self.today - 1))
        let both: Set = [draft.id, late.id]
        #expect(errands(for: .hr, [draft], unpermitted: both) == [.openWaveUnpermitted])
        #expect(errands(for: .hr, [late], unpermitted: both) == [.openWaveLate])
    }

    @Test func `who works here is asked and told what everybody is, at addresses that ask for no sign-in`() {
        let late = wave(.closed, results: Self.today - 1)
        #expect(
            errands(for: .staff, [wave(.open), wave(.closed), wave(.published)]) == [
                .answer, .resultsComing, .readShared,
            ])
        #expect(errands(for: .staff, [late, wave(.draft)]) == [.resultsLate])
        let home = Organisation(id: .random(), slug: "linde", name: "De Linde")
        let situation = Situation(
            today: Self.today, organisation: home, hasUnits: true, waves: [wave(.open), late, wave(.published)],
            roles: [.hr], backedUpOn: nil, still: [])
        #expect(situation.errands(for: .staff).allSatisfy { $0.path.hasPrefix("/m/") || $0.path.hasPrefix("/d/") })
    }

    @Test func `what was promised and asked is not forgotten where every team was archived since`() {
        let late = wave(.closed, results: Self.today - 1)
        #expect(errands(for: .hr, [late], hasUnits: false) == [.publishLate, .addUnits])
        #expect(errands(for: .hr, [wave(.open)], hasUnits: false) == [.addUnits, .waveIsOpen])
        let still = wave(.open)
        #expect(errands(for: .hr, [still], hasUnits: false, still: [still.id]) == [.standsStill, .addUnits])
        #expect(errands(for: .hr, [wave(.published)], hasUnits: false) == [.addUnits])
    }

    @Test func `a promise that was not kept stands above all that is not shared yet, however new`() {
        let late = wave(.closed, results: Self.today - 9)
        let newer = [wave(.closed, results: Self.today + 30), wave(.closed, results: Self.today + 20)]
        let soon = wave(.closed, results: Self.today + 2)
        #expect(
            errands(for: .hr, newer + [soon, wave(.closed, results: Self.today - 1), late])
                == [.publishLate, .publishLate, .publishNow])
        #expect(errands(for: .hr, newer + [late]) == [.publishLate, .publishLater, .publishLater])
    }

    @Test func `an open wave stands before the second draft`() {
        #expect(errands(for: .hr, [wave(.draft), wave(.draft), wave(.open)]) == [.openWave, .waveIsOpen, .openWave])
    }

    @Test(arguments: [
        (-9, "Hallo, Hanna."), (-5, "Hallo, Hanna."), (-4, "Goedemorgen, Hanna."), (3, "Goedemiddag, Hanna."),
        (14, "Goedenavond, Hanna."), (15, "Hallo, Hanna."),
    ])
    func `the greeting goes with the hour, and is a plain one at night`(hours: Int, greeting: String) async throws {
        let clock = Timepiece(House.morning + hours * 3_600)
        let house = try await House { $0.clock = clock.clock }
        let hr = try await house.visitor(.hr)
        try await house.test { client async throws in
            let name = try #require(greeting.split(separator: " ").first)
            #expect(try await hr.get("/today", client).page.headings.allSatisfy { $0.hasPrefix(name) })
        }
    }

    @Test func `that there is more than three lines is said`() async throws {
        let ask = try await AskHouse()
        _ = try await ask.draft("Een")
        try await ask.house.test { client async throws in
            #expect(!(try await ask.hr.get("/today", client).text.contains("Er is nog meer.")))
        }
        for title in ["Twee", "Drie", "Vier"] { _ = try await ask.draft(title) }
        try await ask.house.test { client async throws in
            #expect(try await ask.hr.get("/today", client).text.contains("Er is nog meer."))
        }
    }

    @Test func `the administrator is reminded of a council that nobody invited`() {
        #expect(errands(for: .admin, roles: [.admin, .hr]) == [.inviteCouncil, .makeBackup])
        #expect(errands(for: .admin, roles: [.admin, .hr], council: .none) == [.makeBackup])
        #expect(errands(for: .hr, [wave(.published)], roles: [.hr]) == [])
    }

    @Test func `hr and the administrator hear that nobody is named to turn to`() {
        #expect(errands(for: .hr, [wave(.draft)], hasHelp: false) == [.openWave, .askForHelp])
        #expect(errands(for: .hr, [wave(.published)], hasHelp: false) == [.askForHelp])
        #expect(errands(for: .admin, hasHelp: false) == [.nameHelp, .makeBackup])
        #expect(errands(for: .council, [wave(.draft)], hasHelp: false) == [.readManifest, .readLog])
    }

    @Test func `a copy of everything is asked for when the last one is days ago`() {
        #expect(errands(for: .admin, backedUpOn: Self.today - 2) == [])
        #expect(errands(for: .admin, backedUpOn: Self.today - 3) == [.makeBackup])
    }

    @Test func `a wave that stands still comes first, for hr and for who can mend it`() {
        let wave = wave(.open)
        #expect(errands(for: .hr, [wave], still: [wave.id]) == [.standsStill])
        #expect(errands(for: .admin, [wave], still: [wave.id]) == [.standsStill, .makeBackup])
        #expect(errands(for: .board, [wave], still: [wave.id]) == [.waveIsOpen])
    }

    @Test func `the council is not sent to agreements of a wave that asks nobody`() {
        #expect(errands(for: .council, [wave(.draft)]).first == .readManifest)
        #expect(!errands(for: .council, [wave(.draft)], hasUnits: false).contains(.readManifest))
    }

    @Test func `each role sees its own part of a wave`() {
        #expect(errands(for: .leader, [wave(.open)]) == [.handOutCards])
        #expect(errands(for: .leader, [wave(.closed)]) == [.resultsComing])
        #expect(errands(for: .leader, [wave(.draft)]) == [])
        #expect(errands(for: .board, [wave(.open), wave(.published)]) == [.waveIsOpen, .readResults])
        #expect(errands(for: .council, [wave(.draft)]) == [.readManifest, .readLog])
        #expect(errands(for: .facilitator, [wave(.open), wave(.published)]) == [])
        #expect(errands(for: .researcher, [wave(.open), wave(.published)]) == [.readResults])
        #expect(errands(for: .admin, roles: [.admin], officer: "") == [.makeHRAccount, .inviteCouncil, .nameOfficer])
        #expect(errands(for: .admin) == [.makeBackup])
    }

    @Test func `whoever may ask hears that the promised day went by`() {
        let (late, onTime) = (wave(.closed, results: Self.today - 1), wave(.closed, results: Self.today))
        #expect(
            errands(for: .council, [wave(.open), wave(.draft), late]) == [.resultsLate, .readManifest, .waveIsOpen])
        #expect(errands(for: .council, [onTime]) == [.readLog, .resultsComing])
        for (role, asked) in [(Role.leader, Errand.Kind.handOutCards), (.board, .waveIsOpen)] {
            #expect(errands(for: role, [wave(.open), late]) == [.resultsLate, asked])
            #expect(errands(for: role, [onTime]) == [.resultsComing])
        }
    }

    @Test func `no role is forgotten`() {
        #expect(Set(TodayRoutes.order) == Set(Role.allCases) && TodayRoutes.order.count == Role.allCases.count)
    }

    @Test func `nobody gets more than three lines a role`() {
        let many = (0..<5).map { _ in wave(.open) } + [wave(.published)]
        for role in Role.allCases { #expect(errands(for: role, many).count <= 3) }
    }

    @Test func `the page greets by name and says how much there is`() async throws {
        let house = try await House()
        _ = try await house.store.addAccount(
            "Hanna", password: "een lang en goed wachtwoord", role: .hr, in: house.organisation.id)
        try await house.test { client async throws in
            let entered = try await client.send(
                "/sign-in", [("name", "Hanna"), ("password", "een lang en goed wachtwoord")])
            let cookie = try #require(entered.headers[.setCookie]?.split(separator: ";").first)
            let page = try await client.execute(
                uri: "/today", method: .get, headers: [.cookie: String(cookie), .acceptLanguage: "nl"])
            #expect(page.text.contains("Goedemorgen, Hanna. Er is één ding voor je."))
            #expect(page.text.contains("href=\"/admin/units\""))
        }
    }

    @Test func `an empty day has one suggestion`() async throws {
        let house = try await House()
        let facilitator = try await house.visitor(.facilitator)
        let researcher = try await house.visitor(.researcher)
        try await house.test { client async throws in
            let page = try await facilitator.get("/today", client)
            #expect(page.text.contains("Vandaag vraagt niets iets van je."))
            #expect(page.text.contains("Zodra iemand je ergens voor vraagt"))
            let other = try await researcher.get("/today", client, language: "en")
            #expect(other.text.contains("To the surveys"))
        }
    }
}
