using System.CommandLine;

namespace GatewayBench.Peers;

/// <summary>The command line, with errors that name an argument, its value and what is allowed.</summary>
internal sealed class PlanOptions
{
    private readonly Argument<int> _rounds = new("rounds")
    {
        Description = "Rounds that count.",
        DefaultValueFactory = _ => 5,
        CustomParser = parsed => Allowed.Number(1, 1000).ReadOne(parsed, "rounds"),
    };

    private readonly Argument<int> _seconds = new("seconds")
    {
        Description = "Seconds that each is measured for in a round.",
        DefaultValueFactory = _ => 5,
        CustomParser = parsed => Allowed.Number(1, 3600).ReadOne(parsed, "seconds"),
    };

    // wrk's two threads need a connection each; many shells allow 1,024 descriptors.
    private readonly Option<int[]> _users = Allowed.Number(2, 1000).Options("--users", [32, 256]);

    private readonly Option<App[]> _apps = Allowed
        .OneOf(App.All, app => app.Name)
        .Options("--app", App.All);

    private readonly Option<Peer[]> _peers = Allowed
        .OneOf(Peer.All, peer => peer.Name)
        .Options("--peers", Peer.All);

    private readonly Option<Transport[]> _transports = Allowed
        .OneOf(InProcess.Transports, InProcess.NameOf)
        .Options("--transports", InProcess.Transports);

    private readonly Option<string?> _write = Page.Option();

    public RootCommand Command(Func<Plan, string?, CancellationToken, Task<int>> run)
    {
        var command = new RootCommand("Compares the harness with other load generators.")
        {
            _rounds,
            _seconds,
            _users,
            _apps,
            _peers,
            _transports,
            _write,
        };
        command.SetAction(
            (parsed, stop) =>
                run(
                    new Plan(
                        parsed.GetValue(_rounds),
                        parsed.GetValue(_seconds),
                        parsed.GetValue(_users)!,
                        parsed.GetValue(_apps)!,
                        parsed.GetValue(_peers)!,
                        parsed.GetValue(_transports)!
                    ),
                    parsed.GetValue(_write),
                    stop
                )
        );
        return command;
    }
}
