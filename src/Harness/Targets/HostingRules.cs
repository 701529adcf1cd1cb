namespace GatewayBench;

/// <summary>What can't be had together with a way of hosting, refused by name before anything starts.</summary>
internal static class HostingRules
{
    /// <exception cref="TargetStartException">Two settings exclude each other.</exception>
    public static void Require(string gateway, GatewayHostSetup setup)
    {
        var broken = setup.Hosting == Hosting.Child ? AgainstChild(setup) : AgainstInProcess(setup);
        if (broken is not null)
        {
            throw new TargetStartException($"Gateway '{gateway}' did not start: {broken}");
        }
    }

    private static string? AgainstInProcess(GatewayHostSetup setup) =>
        setup.HeapLimit is null
            ? null
            : "UseHeapLimit in process would limit the harness too; allowed: with UseHosting(Hosting.Child)";

    private static string? AgainstChild(GatewayHostSetup setup) =>
        setup.Services.Count > 0 ? CannotCross("ConfigureServices")
        : setup.Logging is not null ? CannotCross("UseLogging")
        : setup.Transport != Transport.Loopback
            ? $"UseTransport(Transport.{setup.Transport}) ends at this process;"
                + " allowed with Hosting.Child: Transport.Loopback"
        : setup.Connections != new ConnectionOptions()
            ? "UseConnections is for a gateway in this process; allowed with Hosting.Child: the default"
        : null;

    private static string CannotCross(string method) =>
        $"what {method} was given is code, which can't be passed to another process;"
        + " allowed with Hosting.Child: UseSetting. Or use Hosting.InProcess";
}
