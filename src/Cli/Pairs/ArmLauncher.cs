using System.Diagnostics;

namespace GatewayBench.Cli;

/// <summary>Starts arms as processes of this tool's own build, so that one harness drives both.</summary>
/// <param name="bench">The full path of the bench file.</param>
/// <param name="plan">How pairs are measured.</param>
/// <param name="transport">How bytes reach a hosted gateway.</param>
/// <param name="allow">Hosts that are the user's to load.</param>
/// <param name="a">The arm that is compared with.</param>
/// <param name="b">The one that is judged.</param>
internal sealed class ArmLauncher(
    string bench,
    PairPlan plan,
    Transport transport,
    IReadOnlyList<string> allow,
    ArmSpec a,
    ArmSpec b
)
{
    public Task<IArm> LaunchAsync(ArmSide side, CancellationToken stop)
    {
        var arm = side == ArmSide.A ? a : b;
        return ArmProcess.StartAsync(
            $"{side} ({arm.Shown.Title})",
            Tool(),
            new ArmOrder
            {
                Token = Guid.NewGuid().ToString("N"),
                Bench = bench,
                Assembly = arm.Assembly,
                Url = arm.Url,
                Settings = arm.Settings,
                Allow = allow,
                Transport = transport,
                Rows = plan.Rows,
                Users = plan.Users,
                Seed = plan.Seed,
                WarmUpSeconds = plan.WarmUpSeconds,
            },
            stop
        );
    }

    private static ProcessStartInfo Tool() =>
        ChildLaunch.Dotnet("exec", typeof(ArmLauncher).Assembly.Location, ArmVerb.Verb);
}
