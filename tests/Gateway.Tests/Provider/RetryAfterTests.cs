using System.ClientModel.Primitives;

namespace Gateway.Tests;

public sealed class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("250", "9", 0.25)]
    [InlineData("soon", "9", 9)]
    [InlineData(null, "1.5", 1.5)]
    [InlineData(null, "0", 0)]
    [InlineData(null, "Thu, 01 Jan 2026 12:00:30 GMT", 30)]
    [InlineData(null, "Thu, 01 Jan 2026 11:00:00 GMT", 0)]
    public void Milliseconds_come_before_seconds_and_dates(
        string? milliseconds,
        string? after,
        double seconds
    ) =>
        Assert.Equal(
            TimeSpan.FromSeconds(seconds),
            RetryAfter.Read(new Headers(milliseconds, after), Now)
        );

    [Theory]
    [InlineData(null, null)]
    [InlineData(null, "soon")]
    [InlineData(null, "-1")]
    [InlineData(null, "NaN")]
    [InlineData(null, "1e300")]
    [InlineData("Infinity", null)]
    public void What_is_no_sane_wait_counts_as_not_given(string? milliseconds, string? after) =>
        Assert.Null(RetryAfter.Read(new Headers(milliseconds, after), Now));

    private sealed class Headers(string? milliseconds, string? after) : PipelineResponseHeaders
    {
        public override bool TryGetValue(string name, out string? value) =>
            (value = name == "retry-after-ms" ? milliseconds : after) is not null;

        public override bool TryGetValues(string name, out IEnumerable<string>? values) =>
            throw new NotSupportedException();

        public override IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
            throw new NotSupportedException();
    }
}
