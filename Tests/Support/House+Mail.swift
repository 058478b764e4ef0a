public import Core
import Store

extension House {
    /// A message to somebody on the list of staff that could not be handed in.
    public func failedMessage(
        to name: String = "Gerda Wolf", address: String = "gerda@linde.example", told: String = "550 nobody"
    ) async throws -> Message.ID {
        let person = try await addMember(name)
        let message = Message(
            id: .random(), person: person, kind: .results, address: address, subject: "De uitkomsten zijn er",
            text: "Dag \(name),\n\nDe uitkomsten zijn er.", language: .dutch)
        try await store.enqueue([message], in: organisation.id)
        let due = try await store.dueMessages(most: 1_000).filter { $0.message.id == message.id }
        for queued in due { try await store.failed(queued, told: told, isForGood: true) }
        return message.id
    }
}
