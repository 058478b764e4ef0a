import Core
import Foundation
import Support
import Testing

@testable import Web

@Suite struct DumpTests {
    @Test(arguments: Language.spoken)
    func `dump`(language: Language) async throws {
        let full = try await FullHouse(House())
        try await full.house.test { client async throws in
            var texts: [String: String] = [:]
            for role in Role.allCases {
                var crawl = Crawl(try await full.visitor(role), language, client)
                try await crawl.follow(from: ["/today"])
                for (path, page) in crawl.pages { for text in page.texts { texts[text] = path } }
            }
            var crawl = Crawl(nil, language, client)
            let addresses = full.waves.values.map { "/m/\($0.slug)" }
            try await crawl.follow(from: ["/sign-in"] + addresses + addresses.map { $0 + "/thanks" })
            for (path, page) in crawl.pages { for text in page.texts { texts[text] = path } }
            try JSONEncoder().encode(texts).write(to: URL(fileURLWithPath: "/tmp/h3texts-\(language).json"))
        }
    }
}
