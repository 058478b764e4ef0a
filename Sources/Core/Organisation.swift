public import Foundation

/// A school, a care home or a foundation that asks its people.
public struct Organisation: Equatable, Sendable {
    public typealias ID = Identifier<Organisation>

    /// How its people speak with the employer about consent.
    public enum CouncilKind: String, CaseIterable, Sendable, Codable {
        case worksCouncil = "or"
        case staffRepresentation = "pvt"
        case participationCouncil = "mr"
        case jointParticipationCouncil = "gmr"
        case preventionCommittee = "cpbw"
        case other
        case none
    }

    public let id: ID
    public let slug: String
    public var name: String
    public var zone: TimeZone
    public var council: CouncilKind
    /// Who answers questions about privacy: a name and how to reach them.
    public var officer: String
    public var helpChannels: [HelpChannel]
    public var logo: Logo?
    public let version: Int

    public init(
        id: ID, slug: String, name: String, zone: TimeZone = .amsterdam, council: CouncilKind = .none,
        officer: String = "", helpChannels: [HelpChannel] = [], logo: Logo? = nil, version: Int = 0
    ) {
        self.id = id
        self.slug = slug
        self.name = name
        self.zone = zone
        self.council = council
        self.officer = officer
        self.helpChannels = helpChannels
        self.logo = logo
        self.version = version
    }
}

extension Organisation {
    /// Somebody to turn to, in the words of the organisation.
    public struct HelpChannel: Equatable, Sendable, Codable {
        public var name: [String: String]
        public var text: [String: String]

        public init(name: [String: String], text: [String: String]) {
            self.name = name
            self.text = text
        }
    }

    public struct Logo: Equatable, Sendable {
        public let type: String
        public let bytes: [UInt8]

        public init(type: String, bytes: [UInt8]) {
            self.type = type
            self.bytes = bytes
        }
    }

    /// Why an organisation says no.
    public enum Refusal: String, Core.Refusal {
        case slugIsWrong = "organisation.slug_is_wrong"
        case slugIsTaken = "organisation.slug_is_taken"
        case nameIsEmpty = "organisation.name_is_empty"
        case nameIsTooLong = "organisation.name_is_too_long"
        case councilHasAccounts = "organisation.council_has_accounts"
        case chooseOne = "organisation.choose_one"
        case logoIsNoPicture = "organisation.logo_is_no_picture"
        case logoIsTooLarge = "organisation.logo_is_too_large"
    }

    public static let longestName = 120

    /// A slug stands in addresses: 1 to 40 of a–z, 0–9 and hyphen.
    public static func checkSlug(_ slug: String) throws(Refusal) {
        let allowed = slug.utf8.allSatisfy { $0.isDigit || (97...122).contains($0) || $0 == 45 }
        guard (1...40).contains(slug.utf8.count), allowed else { throw .slugIsWrong }
    }
}

extension TimeZone {
    public static let amsterdam = TimeZone(identifier: "Europe/Amsterdam") ?? .gmt
}
