using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

public sealed class RequestArrivalsTests
{
    private static readonly RequestId Id = new(1, 2);
    private readonly ManualTimeProvider _clock = new();
    private readonly RequestArrivals _arrivals;

    public RequestArrivalsTests() => _arrivals = new RequestArrivals(_clock);

    [Fact]
    public void The_same_request_again_is_another_attempt()
    {
        var first = _arrivals.Arrive(Id, step: 0, promptHash: 7);
        var second = _arrivals.Arrive(Id, step: 0, promptHash: 7);

        Assert.Equal((0, 1), (first.Ordinal, first.Attempt));
        Assert.Equal((1, 2), (second.Ordinal, second.Attempt));
        Assert.NotEqual(DrawKey.Of(first, 0), DrawKey.Of(second, 0));
    }

    [Fact]
    public void A_sub_agent_with_another_prompt_is_no_second_attempt()
    {
        _arrivals.Arrive(Id, step: 1, promptHash: 7);

        var other = _arrivals.Arrive(Id, step: 1, promptHash: 8);

        Assert.Equal((1, 1), (other.Ordinal, other.Attempt));
    }

    [Fact]
    public void Each_step_counts_for_itself()
    {
        var first = _arrivals.Arrive(Id, step: 0, promptHash: 7);
        var second = _arrivals.Arrive(Id, step: 1, promptHash: 7);

        Assert.Equal((0, 1), (second.Ordinal, second.Attempt));
        Assert.NotEqual(DrawKey.Of(first, 0), DrawKey.Of(second, 0));
    }

    [Fact]
    public void Draws_of_a_request_with_identity_dont_depend_on_the_order_of_admission()
    {
        var identity = _arrivals.Arrive(Id, step: 0, promptHash: 7);

        Assert.Equal(DrawKey.Of(identity, 0), DrawKey.Of(identity, 99));
    }

    [Fact]
    public void Without_identity_the_order_of_admission_is_the_key()
    {
        var nobody = _arrivals.Arrive(null, step: 0, promptHash: 7);
        var again = _arrivals.Arrive(null, step: 0, promptHash: 7);

        Assert.False(again.HasIdentity);
        Assert.Equal(1, again.Attempt);
        Assert.Equal(5UL, DrawKey.Of(nobody, 5));
        Assert.Equal(2, _arrivals.WithoutIdentity);
        Assert.Equal([0, 0, 0, 0], _arrivals.RequestsByAttempts());
    }

    [Fact]
    public void A_retry_before_its_time_is_early()
    {
        var refused = _arrivals.Arrive(Id, step: 0, promptHash: 7);
        _arrivals.Refused(refused, TimeSpan.FromSeconds(2));
        _clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(_arrivals.Arrive(Id, step: 0, promptHash: 8).IsEarlyRetry);

        var early = _arrivals.Arrive(Id, step: 0, promptHash: 7);
        _arrivals.Refused(early, TimeSpan.FromSeconds(2));
        _clock.Advance(TimeSpan.FromSeconds(2));
        var patient = _arrivals.Arrive(Id, step: 0, promptHash: 7);

        Assert.True(early.IsEarlyRetry);
        Assert.False(patient.IsEarlyRetry);
        Assert.Equal(1, _arrivals.EarlyRetries);
    }

    [Fact]
    public void A_refusal_without_a_time_makes_nobody_early()
    {
        _arrivals.Refused(_arrivals.Arrive(Id, step: 0, promptHash: 7), retryAfter: null);

        Assert.False(_arrivals.Arrive(Id, step: 0, promptHash: 7).IsEarlyRetry);
    }

    [Fact]
    public void Requests_are_counted_by_their_attempts()
    {
        for (var request = 1; request <= 6; request++)
        {
            for (var attempt = 0; attempt < request; attempt++)
            {
                _arrivals.Arrive(new RequestId(0, (ulong)request), step: 0, promptHash: 7);
            }
        }

        Assert.Equal([1, 1, 1, 3], _arrivals.RequestsByAttempts());
        Assert.Equal((21, 6), (_arrivals.Attempts, _arrivals.FirstAttempts));
    }

    [Fact]
    public void What_is_forgotten_counts_as_new()
    {
        _arrivals.Arrive(Id, step: 0, promptHash: 7);

        _arrivals.Forget();

        Assert.Equal(1, _arrivals.Arrive(Id, step: 0, promptHash: 7).Attempt);
        Assert.Equal([2, 0, 0, 0], _arrivals.RequestsByAttempts());
    }
}
