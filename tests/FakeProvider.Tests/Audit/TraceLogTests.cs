using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

public sealed class TraceLogTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly TraceLog _log;

    public TraceLogTests() => _log = new TraceLog(_clock, length: 4);

    [Fact]
    public void Time_counts_once_however_many_requests_of_a_trace_share_it()
    {
        var since = _clock.GetTimestamp();
        After(5);
        var first = Enter(1);
        After(10);
        var second = Enter(1);
        var others = Enter(2);
        After(10);
        _log.Leave(first);
        After(10);
        _log.Leave(second);
        After(100);
        var third = Enter(1);
        After(7);
        _log.Leave(third);
        _log.Leave(others);

        Assert.Equal(Milliseconds(10 + 10 + 10 + 7), _log.TimeOf(Id(1), since));
        Assert.Equal(Milliseconds(10 + 10 + 100 + 7), _log.TimeOf(Id(2), since));
    }

    [Fact]
    public void A_short_request_within_a_long_one_adds_nothing()
    {
        var since = _clock.GetTimestamp();
        var outer = Enter(1);
        After(10);
        var inner = Enter(1);
        After(3);
        _log.Leave(inner);
        After(7);
        _log.Leave(outer);

        Assert.Equal(Milliseconds(20), _log.TimeOf(Id(1), since));
    }

    [Fact]
    public void A_request_that_is_still_here_counts_until_now()
    {
        var since = _clock.GetTimestamp();
        Enter(1);
        After(30);

        Assert.Equal(Milliseconds(30), _log.TimeOf(Id(1), since));
    }

    [Fact]
    public void Nothing_is_known_of_who_was_not_here_since_then()
    {
        _log.Leave(Enter(1));
        After(1);
        var since = _clock.GetTimestamp();
        _log.Leave(Enter(2));

        Assert.Null(_log.TimeOf(Id(1), since));
        Assert.Equal(TimeSpan.Zero, _log.TimeOf(Id(2), since));
    }

    [Fact]
    public void Nothing_is_said_where_a_request_may_have_been_overwritten()
    {
        var since = _clock.GetTimestamp();
        var lost = Enter(1);
        After(5);
        var known = _clock.GetTimestamp();
        for (var other = 2UL; other <= 5; other++)
        {
            _log.Leave(Enter(other));
            After(1);
        }
        // Of a place that is somebody else's by now.
        _log.Leave(lost);

        Assert.Null(_log.TimeOf(Id(1), since));
        Assert.Null(_log.TimeOf(Id(5), since));
        Assert.Null(_log.TimeOf(Id(5), known));
        Assert.Equal(TimeSpan.Zero, _log.TimeOf(Id(5), known + 1));
    }

    [Fact]
    public void Who_does_not_say_who_it_is_takes_no_place()
    {
        var since = _clock.GetTimestamp();
        _log.Leave(Enter(1));
        for (var i = 0; i < 10; i++)
        {
            _log.Leave(_log.Enter(default));
        }

        Assert.Equal(TimeSpan.Zero, _log.TimeOf(Id(1), since));
    }

    [Fact]
    public void Requests_and_the_tokens_of_their_prompts_are_counted()
    {
        var since = _clock.GetTimestamp();
        _log.Leave(_log.Enter(new RequestIdentity { Id = Id(1) }, promptTokens: 100));
        _log.Leave(_log.Enter(new RequestIdentity { Id = Id(2) }, promptTokens: 7));
        After(5);
        _log.Leave(_log.Enter(new RequestIdentity { Id = Id(1) }, promptTokens: 250));

        Assert.Equal(new TraceVisits(TimeSpan.Zero, 2, 350), _log.Of(Id(1), since));
        Assert.Equal(new TraceVisits(TimeSpan.Zero, 1, 250), _log.Of(Id(1), since + 1));
        Assert.Null(_log.Of(Id(3), since));
    }

    [Fact]
    public void Ids_that_share_a_bucket_are_told_apart_also_where_the_log_begins_anew()
    {
        var random = new Random(11);
        var log = new TraceLog(_clock, length: 16);
        var all = new List<(ulong Id, long From, int Tokens)>();
        for (var i = 0; i < 2_000; i++)
        {
            // Of a dozen ids and as many buckets as places, several share one.
            var id = 16UL * (ulong)random.Next(12);
            all.Add((id, _clock.GetTimestamp(), i));
            log.Leave(log.Enter(new RequestIdentity { Id = Id(id) }, i));
            After(1);
            var since = all[^Math.Min(all.Count, random.Next(1, 15))].From;
            foreach (var one in Enumerable.Range(0, 12).Select(number => 16UL * (ulong)number))
            {
                var seen = all.Where(visit => visit.Id == one && visit.From >= since).ToList();
                var visits = log.Of(Id(one), since);
                Assert.Equal(seen.Count, visits?.Requests ?? 0);
                Assert.Equal(seen.Sum(visit => visit.Tokens), visits?.PromptTokens ?? 0);
            }
        }
    }

    private long Enter(ulong id) => _log.Enter(new RequestIdentity { Id = Id(id) });

    private void After(int milliseconds) => _clock.Advance(Milliseconds(milliseconds));

    private static RequestId Id(ulong id) => new(7, id);

    private static TimeSpan Milliseconds(int value) => TimeSpan.FromMilliseconds(value);
}
