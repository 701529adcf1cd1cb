namespace GatewayBench;

/// <summary>A generator's slice in the merged time.</summary>
/// <param name="Generator">Whose it is, from 0.</param>
/// <param name="Shift">Whole seconds that the generator is moved by.</param>
/// <param name="Slice">The slice.</param>
internal readonly record struct MergedSlice<T>(int Generator, double Shift, T Slice);
