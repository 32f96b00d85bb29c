import Testing
import TrefoilReport
