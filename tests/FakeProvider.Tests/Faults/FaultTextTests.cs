namespace GatewayBench.FakeProviderTests.Faults;

public sealed class FaultTextTests
{
    [Theory]
    [InlineData("status(503)")]
    [InlineData("retry-after(429, 99999999)")]
    [InlineData("retry-after(503, Fri, 31 Dec 9999 23:59:59 GMT)")]
    [InlineData("slow-headers(1.5s)")]
    [InlineData("reset")]
    [InlineData("reset-after(0)")]
    [InlineData("cut-after(3)")]
    [InlineData("end-after(3)")]
    [InlineData("malformed-after(3)")]
    [InlineData("error-after(3)")]
    [InlineData("stall-after(5, 10s)")]
    [InlineData("trickle(16, 100ms)")]
    [InlineData("no-done")]
    [InlineData("no-usage")]
    [InlineData("content-length(+100)")]
    [InlineData("content-length(-10)")]
    public void A_fault_is_read_from_its_own_text(string text)
    {
        var fault = Fault.Parse(text);

        Assert.Equal(text, fault.ToString());
        Assert.Equal(text.Split('(')[0], fault.Kind);
    }

    [Theory]
    [InlineData("reset", "reset")]
    [InlineData("status(503)@1%", "status(503)@1%")]
    [InlineData("status(503)@0.01", "status(503)@1%")]
    [InlineData("status(503)@0.1%", "status(503)@0.1%")]
    [InlineData("status(503)@100%", "status(503)@100%")]
    [InlineData("status(503) @ 7%", "status(503)@7%")]
    [InlineData("stall-after(5,10s)@every:100", "stall-after(5, 10s)@every:100")]
    [InlineData("reset@first:2", "reset@first:2")]
    [InlineData("reset@requests:9,0,5,5", "reset@requests:0,5,9")]
    public void A_rule_is_read_and_written_in_one_form(string text, string expected)
    {
        var rule = FaultRule.Parse(text);

        Assert.Equal(expected, rule.ToString());
        Assert.Equal(expected, FaultRule.Parse(expected).ToString());
    }

    [Theory]
    [InlineData(0.07)]
    [InlineData(1.0 / 3)]
    [InlineData(0.29)]
    [InlineData(1e-9)]
    public void A_probability_survives_its_text_to_the_last_bit(double probability)
    {
        var rule = new FaultOptions().Add(Fault.Reset(), probability).Rules[0];
        var again = FaultRule.Parse(rule.ToString());

        var below = Math.BitDecrement(probability);
        Assert.True(again.Trigger.Holds(new FaultDraw(below, 0, 1)));
        Assert.False(again.Trigger.Holds(new FaultDraw(probability, 0, 1)));
    }

    [Theory]
    [InlineData("", "''", 1, "status, retry-after")]
    [InlineData("statis(503)", "'statis'", 1, "status, retry-after")]
    [InlineData("status", "''", 7, "'('")]
    [InlineData("status(99)", "'99'", 8, "400 to 599")]
    [InlineData("status(x)", "'x'", 8, "400 to 599")]
    [InlineData("status(503", "''", 11, "')'")]
    [InlineData("status(503, 1)", "', 1)'", 11, "')'")]
    [InlineData("reset()", "'()'", 6, "'@' and which requests")]
    [InlineData("stall-after(5)", "')'", 14, "','")]
    [InlineData("stall-after(5, 10)", "'10'", 16, "a number and a unit")]
    [InlineData("slow-headers(25h)", "'25h'", 14, "up to 24h")]
    [InlineData("trickle(0, 1s)", "'0'", 9, "1 to 2147483647")]
    [InlineData("content-length(0)", "'0'", 16, "not 0")]
    [InlineData("retry-after(429, )", "''", 18, "printable ASCII")]
    [InlineData("reset@", "''", 7, "a probability")]
    [InlineData("reset@0%", "'0%'", 7, "a probability")]
    [InlineData("reset@101%", "'101%'", 7, "a probability")]
    [InlineData("reset@NaN", "'NaN'", 7, "a probability")]
    [InlineData("reset@every:0", "'every:0'", 7, "every:100")]
    [InlineData("reset@first:1,2", "'first:1,2'", 7, "first:2")]
    [InlineData("reset@requests:", "'requests:'", 7, "requests:0,5,9")]
    [InlineData("reset@requests:1,-1", "'requests:1,-1'", 7, "requests:0,5,9")]
    public void What_is_no_rule_is_refused_with_position_value_and_what_is_allowed(
        string text,
        string found,
        int position,
        string allowed
    )
    {
        var message = Assert.Throws<FormatException>(() => FaultRule.Parse(text)).Message;

        Assert.StartsWith(
            $"Fault '{text}' has {found} at position {position}; allowed: ",
            message,
            StringComparison.Ordinal
        );
        Assert.Contains(allowed, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_alone_has_no_condition()
    {
        var message = Assert.Throws<FormatException>(() => Fault.Parse("reset@1%")).Message;

        Assert.Contains("'@1%' at position 6", message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_code_too_a_value_that_is_not_allowed_is_refused_by_name()
    {
        AssertRefused("status is 399; allowed: 400 to 599.", () => Fault.Status(399));
        AssertRefused("value is 'a\nb'; allowed: printable", () => Fault.RetryAfter(429, "a\nb"));
        AssertRefused("chunks is -1; allowed: 0 to", () => Fault.CutAfter(-1));
        AssertRefused("pause is 'soon'; allowed: a number", () => Fault.StallAfter(1, "soon"));
        AssertRefused("bytes is 0; allowed: 1 to", () => Fault.Trickle(0, "1s"));
        AssertRefused("difference is 0; allowed: ", () => Fault.ContentLength(0));
        var faults = new FaultOptions();
        AssertRefused("probability is 1.5; allowed: ", () => faults.Add(Fault.Reset(), 1.5));
        AssertRefused("everyNth is 0; allowed: 1", () => faults.Add(Fault.Reset(), everyNth: 0));
        AssertRefused("requests is -1; ", () => faults.Add(Fault.Reset(), requests: [-1]));
        AssertRefused(
            "fault is reset@1%@every:2; allowed: one of",
            () => faults.Add(Fault.Reset(), 0.01, everyNth: 2)
        );
        Assert.Empty(faults.Rules);
    }

    private static void AssertRefused(string message, Func<object> act) =>
        Assert.StartsWith(
            message,
            Assert.ThrowsAny<ArgumentException>(act).Message,
            StringComparison.Ordinal
        );
}
