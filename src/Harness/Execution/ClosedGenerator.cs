namespace GatewayBench;

/// <summary>Users in a closed loop.</summary>
internal sealed class ClosedGenerator : Generator
{
    private readonly ClosedLoad _load;
    private readonly Attendance _attendance;
    private readonly UserLoop[] _users;
    private Task _loops = Task.CompletedTask;

    public ClosedGenerator(ClosedLoad load, RowRun run)
    {
        _load = load;
        _attendance = new Attendance(load, run);
        _users =
        [
            .. Enumerable
                .Range(0, load.Users)
                .Select(i => new UserLoop(run, run.NewUser(i), _attendance)),
        ];
    }

    public override int InFlight => _users.Count(user => user.InFlight);

    public override int? StartedUsers => _users.Count(user => user.IsThere);

    public override int Users => _load.WarmUpUsers;

    public override TimeSpan StartingTime => _load.StartOf(_users.Length - 1);

    public override GeneratorFigures Figures =>
        new() { PerUser = [.. Throughout.Select(user => user.Measured)] };

    public override void Start() => _loops = Task.WhenAll(_users.Select(user => user.RunAsync()));

    public override void Measure(long from) => _attendance.Begin(from);

    public override Task DrainAsync() => _loops;

    public override void Dispose() { }

    /// <summary>Only who was there for as long can have done as much.</summary>
    private IEnumerable<UserLoop> Throughout => _users.Take(_load.Curve?.Least ?? _users.Length);
}
