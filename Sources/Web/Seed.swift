import Hummingbird
import Mustache
import CQREncode
import CZlib
enum WebSeed {}
