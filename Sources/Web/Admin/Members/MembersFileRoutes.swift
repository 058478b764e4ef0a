import Core
import Files
import Hummingbird
import Store

/// The list of staff to take along, in the columns that come back in.
struct MembersFileRoutes {
    let store: Store
    let pages: Pages

    func add(to routes: GuardedRoutes) {
        routes.get(Paths.membersFile("csv"), needs: .right(.changePeople), isWeighty: true, use: table)
        routes.get(Paths.membersFile("xlsx"), needs: .right(.changePeople), isWeighty: true, use: workbook)
    }

    private func table(_ request: Request, _ context: WebContext) async throws -> Response {
        let bytes = DelimitedText.forSpreadsheets.bytes(of: try await sheet(context))
        return try file(bytes, "text/csv; charset=utf-8", "csv", context)
    }

    private func workbook(_ request: Request, _ context: WebContext) async throws -> Response {
        let home = try context.member.organisation
        let bytes = try Workbook([try await sheet(context)], of: store.clock.now.day(in: home.zone)).bytes(
            in: store, of: home.id)
        return try file(bytes, Workbook.type, "xlsx", context)
    }

    private func sheet(_ context: WebContext) async throws -> Sheet {
        let home = try context.member.organisation
        return MembersSheet(
            members: try await store.allMembers(in: home.id), tree: try await store.units(in: home.id)
        ).sheet(on: store.clock.now.day(in: home.zone), pages.speech(context))
    }

    private func file(_ bytes: [UInt8], _ type: String, _ ending: String, _ context: WebContext) throws -> Response {
        let name = pages.speech(context).plain(
            "admin.members.file_name", ["organisation": try context.member.organisation.name])
        return Attachment(bytes: bytes, type: type, name: name, ending: ending).response
    }
}
