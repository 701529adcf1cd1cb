using System.CommandLine;
using System.CommandLine.Parsing;

namespace GatewayBench.Peers;

/// <summary>The command line, with errors that name an argument, its value and what is allowed.</summary>
internal sealed class PlanOptions
{
    private readonly Argument<int> _rounds = new("rounds")
    {
        Description = "Rounds that count.",
        DefaultValueFactory = _ => 5,
        CustomParser = parsed => One(parsed, "rounds", Allowed.Number(1, 1000)),
    };

    private readonly Argument<int> _seconds = new("seconds")
    {
        Description = "Seconds that each is measured for in a round.",
        DefaultValueFactory = _ => 5,
        CustomParser = parsed => One(parsed, "seconds", Allowed.Number(1, 3600)),
    };

    // wrk's two threads need a connection each; many shells allow 1,024 descriptors.
    private readonly Option<int[]> _users = List("--users", [32, 256], Allowed.Number(2, 1000));

    private readonly Option<App[]> _apps = List(
        "--app",
        App.All,
        Allowed.OneOf(App.All, app => app.Name)
    );

    private readonly Option<Peer[]> _peers = List(
        "--peers",
        Peer.All,
        Allowed.OneOf(Peer.All, peer => peer.Name)
    );

    private readonly Option<Transport[]> _transports = List(
        "--transports",
        InProcess.Transports,
        Allowed.OneOf(InProcess.Transports, InProcess.NameOf)
    );

    private readonly Option<string?> _write = new("--write")
    {
        Description = "A Markdown page to put the tables into, between its two marks.",
    };

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

    private static Option<T[]> List<T>(string name, IReadOnlyList<T> all, Allowed<T> allowed) =>
        new(name)
        {
            Description = $"A list with commas, out of: {allowed.Text}.",
            DefaultValueFactory = _ => [.. all],
            CustomParser = parsed =>
                [
                    .. parsed
                        .Tokens.SelectMany(token => token.Value.Split(','))
                        .SelectMany(text => Read(parsed, name, text, allowed)),
                ],
        };

    private static T? One<T>(ArgumentResult parsed, string name, Allowed<T> allowed) =>
        Read(parsed, name, parsed.Tokens.Single().Value, allowed).FirstOrDefault();

    private static T[] Read<T>(ArgumentResult parsed, string name, string text, Allowed<T> allowed)
    {
        T[] read = [.. allowed.Read(text)];
        if (read.Length == 0)
        {
            parsed.AddError($"{name} is '{text}'; allowed: {allowed.Text}.");
        }
        return read;
    }
}
