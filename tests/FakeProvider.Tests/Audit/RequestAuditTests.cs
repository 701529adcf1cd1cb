using System.Globalization;
using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

public sealed class RequestAuditTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void Delays_are_held_against_their_plan_either_way()
    {
        var audit = Audit();
        audit.FirstTokenWaited(Wait(planned: 100, actual: 103));
        audit.FirstTokenWaited(Wait(planned: 100, actual: 99));
        audit.FirstTokenWaited(Wait(planned: 0, actual: 50));
        audit.TokenWaited(Wait(planned: 40, actual: 47));

        var snapshot = audit.Snapshot();

        Assert.Equal(2, snapshot.FirstTokenTimerError.TotalCount);
        Assert.Equal(1_000, snapshot.FirstTokenTimerError.GetMinNonZeroValue(), tolerance: 10);
        Assert.Equal(3_000, snapshot.FirstTokenTimerError.GetMaxValue(), tolerance: 30);
        Assert.Equal(1, snapshot.TokenTimerError.TotalCount);
        Assert.Equal(7_000, snapshot.TokenTimerError.GetMaxValue(), tolerance: 70);
    }

    [Fact]
    public void An_error_beyond_an_hour_counts_as_one()
    {
        var audit = Audit();
        audit.TokenWaited(new(TimeSpan.FromSeconds(1), TimeSpan.FromHours(3)));

        Assert.Equal(3.6e9, audit.Snapshot().TokenTimerError.GetMaxValue(), tolerance: 3.6e7);
    }

    [Fact]
    public void Answers_are_counted_by_key_and_model()
    {
        var audit = Audit();
        audit.Answered(Answer(200) with { Model = "a", Key = 0xABCDEF_1111111111 });
        audit.Answered(Answer(429) with { Model = "a", Key = 0xABCDEF_1111111111 });
        audit.Answered(Answer(400) with { Model = null, Key = 0x123456_1111111111 });

        var snapshot = audit.Snapshot();

        Assert.Equal(new AuditCount(2, 1), Assert.Single(snapshot.Models, m => m.Key == "a").Value);
        Assert.Single(snapshot.Models);
        Assert.Equal(new AuditCount(2, 1), snapshot.Keys["abcdef"]);
        Assert.Equal(new AuditCount(1, 1), snapshot.Keys["123456"]);
    }

    [Fact]
    public void Names_are_bounded_in_number_and_length()
    {
        var audit = Audit();
        var names = ProviderAudit.MostNames;
        for (var i = 0; i < names + 10; i++)
        {
            var model = i.ToString(CultureInfo.InvariantCulture);
            audit.Answered(Answer(200) with { Model = model, Key = (ulong)i << 40 });
        }
        audit.Answered(Answer(200) with { Model = "0" });

        var snapshot = audit.Snapshot();

        Assert.Equal(names + 1, snapshot.Models.Count);
        Assert.Equal(names + 1, snapshot.Keys.Count);
        Assert.Equal(10, snapshot.Models[ProviderAudit.Other].Answers);
        Assert.Equal(2, snapshot.Models["0"].Answers);

        var other = Audit();
        other.Answered(Answer(200) with { Model = new string('m', 5_000) });
        Assert.Equal(100, Assert.Single(other.Snapshot().Models).Key.Length);
    }

    [Fact]
    public void Two_keys_of_one_fingerprint_count_together()
    {
        var audit = Audit();
        audit.Answered(Answer(200) with { Key = 0xABCDEF_1111111111 });
        audit.Answered(Answer(200) with { Key = 0xABCDEF_2222222222 });

        Assert.Equal(2, audit.Snapshot().Keys["abcdef"].Answers);
    }

    [Fact]
    public void There_is_no_journal_unless_asked_for()
    {
        var audit = Audit();
        audit.Answered(Answer(200));

        Assert.Empty(audit.Snapshot().Journal);
    }

    [Fact]
    public void The_journal_keeps_the_last_requests()
    {
        var audit = Audit(journal: 3);
        for (var i = 1; i <= 2; i++)
        {
            audit.Answered(Answer(200) with { Identity = Attempt(i) });
        }
        Assert.Equal([1, 2], audit.Snapshot().Journal.Select(entry => entry.Attempt));
        for (var i = 3; i <= 5; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            audit.Answered(
                Answer(429, planned: 2, actual: 3) with
                {
                    Identity = Attempt(i),
                    Tokens = 9,
                }
            );
        }

        var journal = audit.Snapshot().Journal;

        Assert.Equal([3, 4, 5], journal.Select(entry => entry.Attempt));
        Assert.Equal(
            new JournalEntry(
                _clock.GetUtcNow(),
                "/v1/chat/completions",
                "gpt-4o",
                429,
                "00000000000000010000000000000002",
                5,
                TimeSpan.FromMilliseconds(2),
                TimeSpan.FromMilliseconds(3),
                9
            ),
            journal[^1]
        );
    }

    private RequestAudit Audit(int journal = 0) =>
        new(
            new FakeProviderOptions { TimeProvider = _clock, JournalRequests = journal },
            new RequestArrivals(_clock)
        );

    private static RequestIdentity Attempt(int attempt) =>
        new() { Id = new RequestId(1, 2), Attempt = attempt };

    private static PlannedWait Wait(int planned, int actual) =>
        new(TimeSpan.FromMilliseconds(planned), TimeSpan.FromMilliseconds(actual));

    private static AnsweredRequest Answer(int status, int planned = 0, int actual = 0) =>
        new()
        {
            Path = "/v1/chat/completions",
            Model = "gpt-4o",
            Status = status,
            Wait = Wait(planned, actual),
        };
}
