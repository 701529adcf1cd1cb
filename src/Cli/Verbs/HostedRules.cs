namespace GatewayBench.Cli;

/// <summary>What a hosted gateway can't have at once, said before it is built or started.</summary>
internal static class HostedRules
{
    /// <param name="target">A hosted gateway, from bench file and command line.</param>
    /// <exception cref="UsageException">Two of its settings exclude each other.</exception>
    public static void Require(BenchTarget target)
    {
        var isChild = target.Hosting == Hosting.Child;
        if (target.HeapLimit is { } limit && !isChild)
        {
            throw new UsageException(
                $"The heap limit of {Units.Bytes(limit)} would be the tool's too; allowed: with "
                    + "--hosting child, or hosting: child in the bench file."
            );
        }
        if (isChild && target.Transport != Transport.Loopback)
        {
            throw new UsageException(
                $"The transport is '{TransportNames.All[(int)target.Transport]}', which ends at the tool's own "
                    + "process; allowed for a gateway that is a process of its own: loopback."
            );
        }
        if (isChild && target.Connections != new ConnectionOptions())
        {
            throw new UsageException(
                "--http2 and --fresh are not for a gateway that is a process of its own; allowed: "
                    + "neither, or hosting inprocess."
            );
        }
    }
}
