/// The signs of every code on paper: digits and capitals that nobody takes for one another.
public enum CodeSigns {
    public static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ".utf8)

    /// The value of each byte, in either case; 255 for what is no sign.
    public static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, letter) in alphabet.enumerated() {
            values[Int(letter)] = UInt8(value)
            if letter >= 65 { values[Int(letter) + 32] = UInt8(value) }
        }
        return values
    }()

    /// The value of the sign that checks the others. Weights rise by one and 31 is prime, so that one wrong sign and two
    /// swapped neighbours are always found.
    public static func check(_ digits: some Collection<Int>) -> Int {
        zip(1..., digits).reduce(0) { $0 + $1.0 * $1.1 } % alphabet.count
    }
}
