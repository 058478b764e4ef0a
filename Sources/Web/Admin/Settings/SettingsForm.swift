import Core
import Foundation

/// What somebody typed on the page of settings.
struct SettingsForm {
    struct Channel: Equatable {
        var texts: [String: String] = [:]

        static let parts = ["name_nl", "text_nl", "name_en", "text_en"]

        var isEmpty: Bool { texts.values.allSatisfy(\.isEmpty) }
        subscript(part: String) -> String { texts[part] ?? "" }
    }

    static let mostChannels = 6
    static let zones = ["Europe/Amsterdam", "Europe/Brussels"]

    let name: String
    let council: String
    let officer: String
    let zone: String
    private(set) var channels: [Channel]
    let version: Int

    init(_ form: Form) {
        name = form["name"].trimmed
        council = form["council"]
        officer = form["officer"].trimmed
        zone = form["zone"]
        version = form.version
        channels = (0..<Self.mostChannels).map { number in
            Channel(
                texts: Dictionary(
                    uniqueKeysWithValues: Channel.parts.map { ($0, form["channel_\(number)_\($0)"].trimmed) }))
        }.filter { !$0.isEmpty }
    }

    init(_ organisation: Organisation) {
        name = organisation.name
        council = organisation.council.rawValue
        officer = organisation.officer
        zone = organisation.zone.identifier
        version = organisation.version
        channels = organisation.helpChannels.map { channel in
            Channel(texts: [
                "name_nl": channel.name["nl"] ?? "", "text_nl": channel.text["nl"] ?? "",
                "name_en": channel.name["en"] ?? "", "text_en": channel.text["en"] ?? "",
            ])
        }
    }

    /// Takes over help that somebody else named meanwhile, so that saving again does not drop it.
    mutating func takeOver(_ others: [Channel]) {
        let known = Set(channels.map { $0["name_nl"] })
        channels += others.filter { !known.contains($0["name_nl"]) }
    }

    /// The change that this form asks for, or what is wrong with it.
    func change() throws -> @Sendable (inout Organisation) throws -> Void {
        var wrong = WrongFields()
        if name.isEmpty { wrong.add("name", Organisation.Refusal.nameIsEmpty) }
        if !name.isName(upTo: Organisation.longestName) { wrong.add("name", Organisation.Refusal.nameIsTooLong) }
        let kind = Organisation.CouncilKind(rawValue: council)
        if kind == nil { wrong.add("council", SetUpForm.Refusal.councilIsUnknown) }
        if officer.count > 200 { wrong.add("officer", Refusal.officerIsTooLong) }
        let place = Self.zones.contains(zone) ? TimeZone(identifier: zone) : nil
        if place == nil { wrong.add("zone", Refusal.zoneIsUnknown) }
        for (number, channel) in channels.enumerated() { check(channel, number, &wrong) }
        try wrong.throwIfAny()
        let helpChannels = channels.map(\.domain)
        return { [name, officer] organisation in
            organisation.name = name
            organisation.officer = officer
            organisation.council = kind ?? organisation.council
            organisation.zone = place ?? organisation.zone
            organisation.helpChannels = helpChannels
        }
    }

    private func check(_ channel: Channel, _ number: Int, _ wrong: inout WrongFields) {
        let field = "channel_\(number)_"
        if channel["name_nl"].isEmpty { wrong.add(field + "name_nl", Refusal.channelNameIsEmpty) }
        if channel["text_nl"].isEmpty { wrong.add(field + "text_nl", Refusal.channelTextIsEmpty) }
        // English is free, but half of it would show half a line.
        if channel["name_en"].isEmpty, !channel["text_en"].isEmpty {
            wrong.add(field + "name_en", Refusal.channelNameIsEmpty)
        }
        if channel["text_en"].isEmpty, !channel["name_en"].isEmpty {
            wrong.add(field + "text_en", Refusal.channelTextIsEmpty)
        }
        for part in Channel.parts where channel[part].count > (part.hasPrefix("name") ? 80 : 300) {
            wrong.add(field + part, Refusal.channelIsTooLong)
        }
    }

    enum Refusal: String, CaseIterable, Core.Refusal {
        case officerIsTooLong = "organisation.officer_is_too_long"
        case zoneIsUnknown = "organisation.zone_is_unknown"
        case channelNameIsEmpty = "organisation.channel_name_is_empty"
        case channelTextIsEmpty = "organisation.channel_text_is_empty"
        case channelIsTooLong = "organisation.channel_is_too_long"
    }
}

extension SettingsForm.Channel {
    fileprivate var domain: Organisation.HelpChannel {
        func texts(_ part: String) -> [String: String] {
            ["nl": self["\(part)_nl"], "en": self["\(part)_en"]].filter { !$0.value.isEmpty }
        }
        return Organisation.HelpChannel(name: texts("name"), text: texts("text"))
    }
}
