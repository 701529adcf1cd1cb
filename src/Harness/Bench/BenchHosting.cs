namespace GatewayBench;

/// <summary>Where a bench file's gateway runs, and what it then can't have.</summary>
internal static class BenchHosting
{
    private const string Child = "child";

    public static BenchKind<string> Kind { get; } = BenchKinds.Choice("inprocess", Child);

    /// <exception cref="BenchException">Another key says what can't be there.</exception>
    public static Hosting Read(BenchMap map)
    {
        if (map.Get(TargetKeys.Hosting) == Child)
        {
            RequireChild(map);
            return Hosting.Child;
        }
        return map.Has(TargetKeys.HeapLimit)
            ? throw map.At(TargetKeys.HeapLimit)
                .Failed(
                    "target.heapLimit is given without hosting: child, and would limit the tool itself; allowed: both or neither."
                )
            : Hosting.InProcess;
    }

    private static void RequireChild(BenchMap map)
    {
        if (map.Get(TargetKeys.Transport) is { } transport and not TargetKeys.Loopback)
        {
            throw map.At(TargetKeys.Transport)
                .Failed(
                    $"target.transport is '{transport}', which ends at the tool's own process; allowed with hosting: child: {TargetKeys.Loopback}."
                );
        }
        foreach (var key in new[] { TargetKeys.Http2, TargetKeys.Fresh })
        {
            if (map.Get(key, false))
            {
                throw map.At(key)
                    .Failed(
                        $"target.{key.Name} is 'true', which a gateway that is a process of its own does not take; allowed with hosting: child: false."
                    );
            }
        }
    }
}
