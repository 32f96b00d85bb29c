import Testing
import SyntheticTrusts
