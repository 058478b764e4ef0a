public import Logging
import Synchronization

/// Keeps every line that a program logs, down to the smallest.
public final class LogBook: Sendable {
    private let kept = Mutex<[String]>([])

    public init() {}

    public var lines: [String] { kept.withLock { $0 } }

    public var logger: Logger { Logger(label: "test") { _ in Page(book: self) } }

    private func keep(_ line: String) { kept.withLock { $0.append(line) } }

    private struct Page: LogHandler {
        let book: LogBook
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            let told = all.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: " ")
            book.keep("\(event.level) \(event.message) \(told)")
        }
    }
}
