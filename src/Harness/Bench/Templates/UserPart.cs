namespace GatewayBench;

/// <summary>Something of the user's own.</summary>
/// <param name="Read">Reads or draws it.</param>
internal sealed record UserPart(Func<User, string> Read) : TemplatePart
{
    public override string Of(User user) => Read(user);
}
