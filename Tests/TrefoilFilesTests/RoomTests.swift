import Testing
import TrefoilFiles
