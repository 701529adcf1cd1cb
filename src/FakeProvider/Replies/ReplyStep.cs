namespace GatewayBench;

/// <summary>One piece of a reply on its way.</summary>
/// <param name="Choice">Which of the reply's choices.</param>
/// <param name="Part">Which of the choice's parts.</param>
/// <param name="Piece">Which of the part's pieces.</param>
internal readonly record struct ReplyStep(int Choice, int Part, int Piece)
{
    public ReplyPart PartOf(ModelReply reply) => reply.Choices[Choice].Parts[Part];
}
