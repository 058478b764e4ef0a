import GRDB
import CryptoExtras
enum StoreSeed {}
