import "./frame";
import "./programme";
import "./room";
import "./rounds";
import "./step";
