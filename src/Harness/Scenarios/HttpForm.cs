namespace GatewayBench;

/// <summary>One HTTP request with its full response.</summary>
/// <param name="Request">Makes the next request of a user.</param>
internal sealed record HttpForm(Func<User, HttpRequestMessage> Request) : ScenarioForm
{
    public override bool HasReply => true;

    public override string Kind => "an HTTP exchange";
}
