package shop.emporium.web.shared;

/** Ends a request of the REST interface with a problem. */
public class ProblemException extends RuntimeException {

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  public Problem getProblem() {
    return problem;
  }
}
