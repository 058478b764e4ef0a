import ArgumentParser
import Core
import Foundation
import Store
import Web

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run a made-up nursing home, to look around in; it refuses a folder that holds a real organisation.")

    @OptionGroup var options: DataOptions
    @Option(help: "The port (or WEEFSEL_PORT; 8080).") var port: Int?
    @Option(help: .hidden) var answersLess = 0

    func run() async throws {
        try await Workplace.explaining(options) { try await show() }
    }

    private func show() async throws {
        let clock = ShiftingClock(try Setup(options).clock() ?? .system)
        var server = try Server(options, port: port, clock: clock.clock)
        let folder = try options.folder
        let port = server.configuration.port
        try checkIsFree(folder)
        server.announces = false
        server.tour = { DemoFacts(in: folder)?.tour }
        try await server.run(kind: .demo) { workplace in
            let facts = DemoFacts(in: folder)
            let home = DemoHome(
                workplace: workplace, port: port, clock: clock, folder: folder, answersLess: answersLess)
            if let facts { return Terminal.say(facts.told(by: workplace, folder)) }
            guard try await home.isEmpty else {
                return Terminal.complain([workplace.say("demo.half_made", ["folder": folder])])
            }
            Terminal.say(workplace.say("demo.making"))
            Terminal.say(try await home.load().told(by: workplace, folder))
        }
    }

    /// A folder with something else in it is somebody's: a demo is thrown away with its folder.
    private func checkIsFree(_ folder: String) throws {
        let ours: Set = ["lock", "tmp", "waves"]
        let present = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        guard DataFolder.isThere(folder) || ours.isSuperset(of: present) else {
            throw Problems(Problem("demo.folder_is_not_free", ["folder": folder]))
        }
    }
}
