import Testing

@Suite struct `Borders between modules` {
    @Test(arguments: Border.all)
    func `a module imports only what its border allows`(border: Border) throws {
        let files = try Clone.swiftFiles(in: "Sources/\(border.module)")
        #expect(!files.isEmpty)

        let strays = files.flatMap { path, source in
            imports(in: source).filter { !border.allowed.contains($0) }.map { "\(path) imports \($0)" }
        }
        #expect(strays.sorted() == [])
    }

    @Test func `every module of the package has a border`() throws {
        let manifest = try Clone.text("Package.swift")
        let declared = manifest.matches(of: /\bmodule\(\s*"(\w+)"|executableTarget\(\s*name: "(\w+)"/)
        let names = declared.compactMap { ($0.1 ?? $0.2).map(String.init) }

        #expect(Set(names) == Set(Border.all.map(\.module)))
    }

    @Test func `every form of import is seen`() {
        let source = """
            import GRDB
            public import Core
            @preconcurrency import struct Foundation.Date
            // import Nothing
            let words = "we import nothing"
            """

        #expect(imports(in: source) == ["GRDB", "Core", "Foundation"])
    }

    @Test func `no type of the database shows outside Store`() throws {
        let files = try Clone.swiftFiles(in: "Sources/Store")
        let open = files.filter { $0.value.contains("public import GRDB") }

        #expect(open.keys.sorted() == [])
    }

    @Test func `only Store speaks SQL`() throws {
        let statement = /\b(SELECT\s.+\sFROM|INSERT INTO|DELETE FROM|CREATE TABLE|PRAGMA)\b|\bUPDATE \w+ SET\b/
        let files = try Clone.swiftFiles(in: "Sources").filter { !$0.key.hasPrefix("Sources/Store/") }
        let speaking = files.filter { $0.value.contains(statement) }

        #expect(speaking.keys.sorted() == [])
    }

    @Test func `nobody starts a program by Foundation, which may read beyond a list and end this one`() throws {
        let files = try Clone.swiftFiles(in: "Sources").filter { $0.value.contains(/\bProcess\(\)/) }

        #expect(files.keys.sorted() == [])
    }

    @Test func `a page asks what somebody may, never which role they have`() throws {
        let files = try Clone.swiftFiles(in: "Sources/Web")
        let asking = files.filter { $0.value.contains(/member\.roles\.(contains|isDisjoint|isSuperset)\(/) }

        #expect(asking.keys.sorted() == [])
    }

    @Test(arguments: ["Files", "Core", "Statistics", "Disclosure", "Methods", "Surveys"])
    func `an engine knows no files, no clock and no chance of its own`(module: String) throws {
        let own = /\b(FileManager|FileHandle|URLSession|ProcessInfo|Process|SystemRandomNumberGenerator)\b|\bDate\(\)/
        // One place gives the program its clock and its random identifiers, one reads packs from a folder.
        let doors = ["Sources/Core/Clock.swift", "Sources/Core/Identifier.swift", "Sources/Methods/PackFolder.swift"]
        let files = try Clone.swiftFiles(in: "Sources/\(module)").filter { !doors.contains($0.key) }
        let knowing = files.filter { $0.value.contains(own) }

        #expect(knowing.keys.sorted() == [])
    }
}
