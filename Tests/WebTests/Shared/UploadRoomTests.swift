import Store
import Testing

@testable import Web

/// Files that are sent at once do not take more memory than a small machine has.
@Suite struct UploadRoomTests {
    private struct Failed: Error {}

    @Test func `whoever comes when all is taken is asked to come back, and then finds room`() async throws {
        let room = UploadRoom()
        try await room.taking(UploadRoom.mostBytes - 10) {
            try await room.taking(10) {}
            await #expect(throws: SlowWork.Fault.isBusy) { try await room.taking(11) {} }
            try await room.taking(10) {}
        }
        #expect(try await room.taking(UploadRoom.mostBytes) { "read" } == "read")
    }

    @Test func `a file that could not be read leaves its room to the next`() async throws {
        let room = UploadRoom()
        await #expect(throws: Failed.self) { try await room.taking(UploadRoom.mostBytes) { throw Failed() } }
        #expect(try await room.taking(UploadRoom.mostBytes) { "read" } == "read")
    }

    @Test func `three of the largest fit, with a picture beside them`() {
        #expect(3 * ImportRoutes.mostOfForm + 1_048_576 <= UploadRoom.mostBytes)
    }
}
