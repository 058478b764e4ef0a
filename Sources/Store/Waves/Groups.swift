import Core
import Foundation
import Surveys

extension Group {
    init(_ row: Record) throws {
        let units: String = try row["units"]
        let names: String = try row["names"]
        try self.init(
            position: row["position"], parent: row["parent"],
            units: units.split(separator: " ").compactMap { Unit.ID(String($0)) },
            names: JSONDecoder().decode([Name].self, from: Data(names.utf8)), invited: row["invited"],
            isBlock: row["is_block"])
    }
}

extension Transaction {
    func insert(_ groups: [Group], of wave: Wave) throws {
        let insert = """
            INSERT INTO wave_group (organisation_id, wave_id, position, parent, units, names, invited, is_block)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """
        for group in groups {
            let names = String(decoding: try JSONEncoder().encode(group.names), as: UTF8.self)
            try run(
                insert, wave.organisation, wave.id, group.position, group.parent,
                group.units.map(\.description).joined(separator: " "), names, group.invited, group.isBlock)
        }
    }

    func insert(_ batch: CardBatch, of wave: Wave.ID, in organisation: Organisation.ID) throws {
        let insert = """
            INSERT INTO card_batch (organisation_id, wave_id, number, block, count, is_paper)
            SELECT $1, $2, COALESCE(MAX(number), 0) + 1, $3, $4, $5 FROM card_batch
            WHERE organisation_id = $1 AND wave_id = $2
            """
        try run(insert, organisation, wave, batch.block, batch.count, batch.isPaper)
    }

    func batches(of wave: Wave.ID, in organisation: Organisation.ID) throws -> [CardBatch] {
        let query = "SELECT * FROM card_batch WHERE organisation_id = $1 AND wave_id = $2 ORDER BY number"
        return try rows(query, organisation, wave).map {
            try CardBatch(block: $0["block"], count: $0["count"], isPaper: $0["is_paper"])
        }
    }
}
