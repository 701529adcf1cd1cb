namespace GatewayBench;

/// <summary>The stubs and the states of their scenarios.</summary>
/// <param name="initial">What a reset goes back to.</param>
internal sealed class StubStore(IReadOnlyList<Stub> initial)
{
    public const int Most = 10_000;

    private readonly Lock _gate = new();
    private readonly StubSet _initial = new(initial);
    private readonly Dictionary<string, string> _states = new(StringComparer.Ordinal);

    private volatile StubSet _stubs = new(initial);
    private volatile bool _wasUsed = initial.Count > 0;

    public StubSet Stubs => _stubs;

    /// <summary>Whether there ever was a stub.</summary>
    public bool WasUsed => _wasUsed;

    /// <summary>The stub that answers, whose scenario has then moved on; null when none does.</summary>
    public Stub? Take(StubRequest request)
    {
        var stubs = _stubs;
        if (!stubs.HasScenarios)
        {
            return Array.Find(stubs.InOrder, stub => stub.Request.Matches(request));
        }
        // As a whole: a state that moves between two stubs could make both miss.
        lock (_gate)
        {
            var taken = Array.Find(
                stubs.InOrder,
                stub => IsInState(stub.Scenario) && stub.Request.Matches(request)
            );
            if (taken?.Scenario is { NewState: { } next, Name: var name })
            {
                _states[name] = next;
            }
            return taken;
        }
    }

    /// <summary>Null when it was added; else why not.</summary>
    public StubRefusal? TryAdd(Stub stub)
    {
        lock (_gate)
        {
            if (_stubs.Find(stub.Id) is not null)
            {
                return StubRefusal.DuplicateId;
            }
            if (_stubs.OldestFirst.Count >= Most)
            {
                return StubRefusal.TooMany;
            }
            _stubs = new StubSet([.. _stubs.OldestFirst, stub]);
            _wasUsed = true;
            return null;
        }
    }

    /// <returns>Whether it was there.</returns>
    public bool Remove(Guid id)
    {
        lock (_gate)
        {
            var wasThere = _stubs.Find(id) is not null;
            Replace(new StubSet([.. _stubs.OldestFirst.Where(stub => stub.Id != id)]));
            return wasThere;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            Replace(StubSet.Empty);
        }
    }

    /// <summary>The initial stubs; states are kept, as WireMock keeps them.</summary>
    public void ResetStubs()
    {
        lock (_gate)
        {
            Replace(_initial);
        }
    }

    public void ResetScenarios()
    {
        lock (_gate)
        {
            _states.Clear();
        }
    }

    /// <summary>Each scenario with its state and the states that its stubs name.</summary>
    public List<(string Name, string State, string[] Possible)> Scenarios()
    {
        lock (_gate)
        {
            return
            [
                .. _stubs
                    .OldestFirst.Select(stub => stub.Scenario)
                    .OfType<StubScenario>()
                    .GroupBy(scenario => scenario.Name)
                    .Select(group => (group.Key, StateOf(group.Key), PossibleStates(group))),
            ];
        }
    }

    private void Replace(StubSet stubs)
    {
        _stubs = stubs;
        var left = stubs.OldestFirst.Select(stub => stub.Scenario?.Name).ToHashSet();
        foreach (var name in _states.Keys.Where(name => !left.Contains(name)).ToList())
        {
            _states.Remove(name);
        }
    }

    private bool IsInState(StubScenario? scenario) =>
        scenario?.RequiredState is not { } required || StateOf(scenario.Name) == required;

    private string StateOf(string scenario) =>
        _states.GetValueOrDefault(scenario, StubScenario.Started);

    private static string[] PossibleStates(IEnumerable<StubScenario> scenarios) =>
        [
            .. scenarios
                .SelectMany(scenario => new[] { scenario.RequiredState, scenario.NewState })
                .OfType<string>()
                .Prepend(StubScenario.Started)
                .Distinct(),
        ];
}
