import Testing
import TrefoilModel
