import Testing
import TrefoilPlanning
