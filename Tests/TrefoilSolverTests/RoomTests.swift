import Testing
import TrefoilSolver
