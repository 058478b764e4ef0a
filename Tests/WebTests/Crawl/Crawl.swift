import Core
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Store
import Support

@testable import Web

/// Follows every link from where somebody begins.
struct Crawl {
    let visitor: Visitor?
    let language: Language
    let client: any TestClientProtocol
    private(set) var found: [String: TestResponse] = [:]
    /// The pages themselves, without what only leads on.
    private(set) var pages: [(path: String, page: ReadPage)] = []
    private var seen: Set<String> = []

    init(_ visitor: Visitor?, _ language: Language, _ client: any TestClientProtocol) {
        (self.visitor, self.language, self.client) = (visitor, language, client)
    }

    mutating func follow(from start: [String]) async throws {
        var waiting = start
        while let path = waiting.popLast() {
            guard found[path] == nil, isNew(path) else { continue }
            let answer = try await get(path)
            found[path] = answer
            if let target = answer.headers[.location] { waiting += address(target).map { [$0] } ?? [] }
            guard isPage(answer) else { continue }
            let page = answer.page
            pages.append((path, page))
            waiting += page.links.compactMap(address)
        }
        pages.sort { $0.path < $1.path }
    }

    /// A table is looked at in one other order only, and of a team one question: every order, and every question that
    /// is looked at of the whole, has the same words and the same kinds of links.
    private mutating func isNew(_ path: String) -> Bool {
        if path.contains("sort=") {
            return seen.insert(path.split(separator: "?").first.map(String.init) ?? path).inserted
        }
        guard let place = path.firstRange(of: "/questions/"), path.contains("/results/"),
            !path.contains("/results/0/")
        else { return true }
        return seen.insert(String(path[..<place.upperBound])).inserted
    }

    private func get(_ path: String) async throws -> TestResponse {
        guard let visitor else { return try await client.get(path, language: language.rawValue) }
        return try await visitor.get(path, client, language: language.rawValue)
    }

    private func isPage(_ answer: TestResponse) -> Bool {
        answer.headers[.contentType]?.hasPrefix("text/html") ?? false
    }

    /// A link within this installation; its language is left to the browser, its place on the page is no other page.
    private func address(_ link: String) -> String? {
        let base = "http://127.0.0.1:8080"
        var path = link.hasPrefix(base) ? String(link.dropFirst(base.count)) : link
        guard path.hasPrefix("/"), !path.hasPrefix("/assets/") else { return nil }
        path = String(path.prefix { $0 != "#" })
        let address = path.withoutLanguage
        return address.isEmpty ? nil : address
    }
}
