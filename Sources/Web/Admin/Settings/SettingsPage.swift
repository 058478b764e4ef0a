import Core
import Store
import Foundation

extension Page {
    /// The settings of an organisation, as they are or as somebody typed them.
    static func settings(
        _ form: SettingsForm, of home: Organisation, wrong: WrongFields? = nil, other: Organisation? = nil,
        exported: LastExport?, _ say: Speech
    ) -> Page {
        let wrongTexts = (wrong?.values(say)["wrong"] as? [String: String]) ?? [:]
        let values: [String: Any] = [
            "path": Paths.settings, "name": form.name, "officer": form.officer,
            "version": other?.version ?? form.version,
            "councils": Choices.values(
                of: Organisation.CouncilKind.self, named: "organisation.council", chosen: [form.council], say),
            "zones": Choices.values(
                SettingsForm.zones.map { ($0, say("admin.settings.zone_\($0.zoneKey)")) }, chosen: [form.zone]),
            "channels": channels(form.channels, wrongTexts, say),
            "conflict": other.map { ["lines": lines(of: $0, say)] } as Any? ?? false,
            "logo": home.logo == nil ? "" : Paths.logo(home.slug), "logo_path": Paths.settingsLogo,
            "logo_removal_path": Paths.settingsLogoRemoval, "logo_large": home.logo?.tellsOfSize(say) ?? "",
        ]
        let leaving = LeavingCommands(home: home, exported: exported, say: say).values
        return Page("admin/settings", room: .admin, values.merging(leaving) { own, _ in own }).with(wrong, say)
    }

    /// What was filled in, and one empty row more while there is room.
    private static func channels(_ filled: [SettingsForm.Channel], _ wrong: [String: String], _ say: Speech)
        -> [[String: Any]]
    {
        let rows = Array((filled + [SettingsForm.Channel()]).prefix(SettingsForm.mostChannels))
        return rows.enumerated().map { number, channel in
            let fields = SettingsForm.Channel.parts.map { part in
                let name = "channel_\(number)_\(part)"
                return [
                    "name": name, "label": say("admin.settings.channel_\(part)"), "value": channel[part],
                    "language": String(part.suffix(2)), "wrong": wrong[name] ?? "",
                ]
            }
            return [
                "heading": say("admin.settings.channel_number", ["number": "\(number + 1)"]), "fields": fields,
            ]
        }
    }

    /// What somebody else saved, to choose from.
    private static func lines(of organisation: Organisation, _ say: Speech) -> [[String: String]] {
        let channels = organisation.helpChannels.map { "\($0.name["nl"] ?? "") (\($0.text["nl"] ?? ""))" }
        return [
            ("name", organisation.name), ("council", say("organisation.council.\(organisation.council.rawValue)")),
            ("officer", organisation.officer),
            ("zone", say("admin.settings.zone_\(organisation.zone.identifier.zoneKey)")),
            ("channels", say.list(channels)),
        ].map { ["name": say("admin.settings.\($0.0)"), "text": $0.1] }
    }
}

extension Organisation.Logo {
    /// Why it is not on the questionnaire, where it is too large for that.
    fileprivate func tellsOfSize(_ say: Speech) -> String {
        isForAnswering ? "" : say("admin.settings.logo_large", ["size": "\((bytes.count + 1_023) / 1_024)"])
    }
}

extension String {
    /// The city of a zone, as keys of words have it.
    fileprivate var zoneKey: String { split(separator: "/").last.map { $0.lowercased() } ?? self }
}
