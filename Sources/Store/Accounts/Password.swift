/// Passwords that the program makes: four groups of five characters that cannot be mistaken, about 99 bits.
public enum Password {
    public static func fresh() -> String {
        let letters = Array("23456789abcdefghjkmnpqrstuvwxyz")
        let groups = (0..<4).map { _ in String((0..<5).map { _ in letters[Int.random(in: letters.indices)] }) }
        return groups.joined(separator: "-")
    }
}
