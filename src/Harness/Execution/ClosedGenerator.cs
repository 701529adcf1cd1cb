namespace GatewayBench;

/// <summary>Users in a closed loop.</summary>
internal sealed class ClosedGenerator : Generator
{
    private readonly ClosedLoad _load;
    private readonly UserLoop[] _users;
    private Task _loops = Task.CompletedTask;

    public ClosedGenerator(ClosedLoad load, RowRun run)
    {
        _load = load;
        _users =
        [
            .. Enumerable
                .Range(0, load.Users)
                .Select(i => new UserLoop(run, run.NewUser(i), load.StartOf(i))),
        ];
    }

    public override int InFlight => _users.Count(user => user.InFlight);

    public override int? StartedUsers => _users.Count(user => user.HasStarted);

    public override int Users => _users.Length;

    public override TimeSpan StartingTime => _load.StartOf(_users.Length - 1);

    public override GeneratorFigures Figures =>
        new() { PerUser = [.. _users.Select(user => user.Measured)] };

    public override void Start() => _loops = Task.WhenAll(_users.Select(user => user.RunAsync()));

    public override void Measure(long from) { }

    public override Task DrainAsync() => _loops;

    public override void Dispose() { }
}
