import ArgumentParser
import Glibc
import Web

/// The program: one binary, with a command for everything an administrator does.
@main
struct Weefsel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "weefsel",
        abstract: "Ask how work is going, talk about it, decide together, do it, and notice whether it helped.",
        version: Version.told,
        subcommands: [
            Serve.self, Demo.self, Migrate.self, CheckPacks.self, Backup.self, Restore.self, Retention.self,
            ErasePerson.self, PersonCommand.self, DoctorCommand.self, OrganisationCommand.self, UserCommand.self,
            WaveCommand.self,
            ReportCommand.self,
        ])

    /// Bad arguments are bad input: 2, and one line a problem.
    static func main() async {
        // Files that we make are for their owner alone.
        umask(0o077)
        // Else the library that makes threads writes a line, with its time, where it may not raise one's priority: on a
        // quiet server that is whenever somebody comes.
        setenv("LIBDISPATCH_LOG", "NO", 1)
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let code as ExitCode {
            exit(withError: code)
        } catch {
            leave(with: error)
        }
    }

    private static func leave(with error: any Error) -> Never {
        let code = exitCode(for: error)
        guard code == .validationFailure else { exit(withError: error) }
        Terminal.complain([inTheirLanguage(message(for: error))])
        exit(withError: ExitCode(2))
    }

    /// What is said of arguments comes in English; around it stands what it is about, in the language of the terminal.
    private static func inTheirLanguage(_ message: String) -> String {
        guard let words = try? DataOptions.parse([]).words() else { return message }
        return words("command.is_malformed", ["message": message], in: Terminal.language)
    }
}
