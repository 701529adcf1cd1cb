namespace Gateway.Tests;

/// <summary>Which run is next.</summary>
public sealed class RunQueueTests : IDisposable
{
    // What these wait for comes at once or never: only a broken queue meets this limit.
    private const int HangGuard = 60_000;

    private readonly SessionQueue _sessions = new();
    private readonly List<ActiveRun> _runs = [];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = HangGuard)]
    public async Task Runs_of_different_sessions_come_in_their_order()
    {
        var queue = Queue();
        Add(queue, "1 me a", "2 me b", "3 me c");

        Assert.Equal(["1", "2", "3"], await TakeAsync(queue, 3));
        Assert.Equal(0, queue.Count);
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_session_that_works_is_passed_over_until_it_is_done()
    {
        var queue = Queue();
        Add(queue, "1 me a", "2 me a", "3 me a", "4 me b");

        Assert.Equal(["1", "4"], await TakeAsync(queue, 2));
        var next = queue.TakeAsync(Cancelled);
        Assert.False(next.IsCompleted);
        Done(queue, "4");
        Assert.False(next.IsCompleted);
        Done(queue, "1");

        Assert.Equal("2", (await next).Run.Id);
        Assert.Equal(1, queue.Count);
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_session_with_a_turn_of_a_chat_is_passed_over_until_that_has_ended()
    {
        var queue = Queue();
        var chat = await _sessions.EnterAsync("me", "a", Cancelled);
        Add(queue, "1 me a", "2 me b", "3 you a");

        Assert.Equal(["2", "3"], await TakeAsync(queue, 2));
        var next = queue.TakeAsync(Cancelled);
        Assert.False(next.IsCompleted);
        chat.Dispose();

        Assert.Equal("1", (await next).Run.Id);
    }

    [Fact(Timeout = HangGuard)]
    public async Task The_owner_with_the_fewest_at_work_is_next()
    {
        var queue = Queue();
        Add(queue, "1 me a", "2 me b", "3 me c", "4 me d");
        Assert.Equal(["1", "2"], await TakeAsync(queue, 2));

        Add(queue, "5 you a", "6 you b");

        Assert.Equal(["5", "6", "3", "4"], await TakeAsync(queue, 4));
    }

    [Fact(Timeout = HangGuard)]
    public async Task Owners_with_equally_many_at_work_take_turns()
    {
        var queue = Queue();
        Add(queue, "1 me a", "2 me b", "3 me c", "4 you a", "5 you b", "6 she a");

        Assert.Equal(["1", "4", "6", "2", "5", "3"], await TakeAsync(queue, 6));
    }

    [Fact(Timeout = HangGuard)]
    public async Task An_owner_never_has_more_at_work_than_allowed()
    {
        var queue = Queue(maxPerOwner: 2);
        Add(queue, "1 me a", "2 me b", "3 me c", "4 you a");

        Assert.Equal(["1", "4", "2"], await TakeAsync(queue, 3));
        var next = queue.TakeAsync(Cancelled);
        Done(queue, "4");
        Assert.False(next.IsCompleted);
        Done(queue, "2");

        Assert.Equal("3", (await next).Run.Id);
    }

    [Fact(Timeout = HangGuard)]
    public async Task The_anonymous_are_not_one_owner()
    {
        var queue = Queue(maxPerOwner: 1);
        Add(queue, $"1 {Caller.Anonymous} a", $"2 {Caller.Anonymous} b");

        Assert.Equal(["1", "2"], await TakeAsync(queue, 2));
    }

    [Fact(Timeout = HangGuard)]
    public async Task An_owner_never_has_more_that_wait_than_allowed()
    {
        var queue = Queue(maxWaitingPerOwner: 2);
        Add(queue, "1 me a");
        Assert.Equal(RunPlace.Kept, queue.Reserve("me"));

        Assert.Equal(RunPlace.OwnerHasAll, queue.Reserve("me"));
        Assert.Equal(RunPlace.Kept, queue.Reserve("you"));

        queue.GiveUp("me");
        Add(queue, "2 me b");
        Assert.Equal(RunPlace.OwnerHasAll, queue.Reserve("me"));
        // One that works waits no more, and neither does one that was taken out.
        Assert.Equal(["1"], await TakeAsync(queue, 1));
        Add(queue, "3 me c");
        Assert.Equal(RunPlace.OwnerHasAll, queue.Reserve("me"));
        Assert.True(queue.TryRemove(Find("3")));
        Assert.Equal(RunPlace.Kept, queue.Reserve("me"));
    }

    [Fact]
    public void The_anonymous_wait_in_any_number()
    {
        var queue = Queue(maxWaitingPerOwner: 1);

        Add(queue, $"1 {Caller.Anonymous} a", $"2 {Caller.Anonymous} b");

        Assert.Equal(2, queue.Count);
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_worker_that_leaves_takes_no_run_with_it()
    {
        var queue = Queue();
        using var leave = new CancellationTokenSource();
        var leaves = queue.TakeAsync(leave.Token);
        var stays = queue.TakeAsync(Cancelled);

        await leave.CancelAsync();
        Add(queue, "1 me a");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaves);
        Assert.Equal("1", (await stays).Run.Id);
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_run_that_was_taken_out_is_not_taken_and_one_that_returns_is_first()
    {
        var queue = Queue();
        Add(queue, "1 me a", "2 me b", "3 me a");

        Assert.True(queue.TryRemove(Find("1")));
        Assert.False(queue.TryRemove(Find("1")));
        Assert.Equal(["2", "3"], queue.Snapshot().Select(run => run.Run.Id).Order());
        queue.Return(Find("1"), first: true);

        Assert.Equal(["1", "2"], await TakeAsync(queue, 2));
        Assert.Equal(1, queue.Count);
    }

    public void Dispose() => _runs.ForEach(run => run.Dispose());

    private RunQueue Queue(int maxPerOwner = 100, int maxWaitingPerOwner = 100) =>
        new(100, maxWaitingPerOwner, maxPerOwner, _sessions);

    /// <summary>Each given as its id, its owner and its session.</summary>
    private void Add(RunQueue queue, params string[] runs)
    {
        foreach (var parts in runs.Select(run => run.Split(' ')))
        {
            var run = new ActiveRun(
                new(parts[0], parts[1], parts[2], "Hi", RunState.Queued, null, null, 0, null, null),
                16
            );
            _runs.Add(run);
            Assert.Equal(RunPlace.Kept, queue.Reserve(parts[1]));
            queue.Add(run);
        }
    }

    private ActiveRun Find(string id) => _runs.Single(run => run.Run.Id == id);

    private void Done(RunQueue queue, string id) => queue.Done(Find(id));

    private static async Task<IReadOnlyList<string>> TakeAsync(RunQueue queue, int count)
    {
        var ids = new List<string>();
        for (var n = 0; n < count; n++)
        {
            ids.Add((await queue.TakeAsync(Cancelled)).Run.Id);
        }
        return ids;
    }
}
